import { type Refusal, refusals } from '#domain/filing/messages.ts'
import { deskPages } from '#domain/routes/desk.ts'

/** Refusals whose public text would not be true at the desk. */
export const deskRefusals: Partial<Record<Refusal, { title: string; text: string }>> = {
  origin: {
    title: '没有收下',
    text: '这次提交不像是从工作台的页面点来的，为了安全没有收下，什么都没有改动。请返回上一页，再点一次。',
  },
  unavailable: {
    title: '暂时办不了',
    text: '系统一时出了故障，这一步没有记下。请返回上一页，过几分钟再试；一直不行，请告诉管理员。',
  },
}

/** The page of a refusal at the desk: what happened and what to do. */
export const DeskRefusalPage = ({ refusal }: { refusal: Refusal }) => {
  const { title, text } = deskRefusals[refusal] ?? refusals[refusal]
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>{title}</h1>
        <p>{text}</p>
      </header>
      <div class="actions">
        <a class="button" href={deskPages.today.path}>
          回工作台
        </a>
      </div>
    </div>
  )
}
