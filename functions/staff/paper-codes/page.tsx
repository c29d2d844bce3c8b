import { deskPages } from '#domain/routes/desk.ts'
import { PaperCodes } from '../ui/paper-codes.tsx'

/** Ten new paper codes, shown for a few minutes after they were made. */
export const PaperCodesPage = ({ codes }: { codes: string[] }) => (
  <>
    <div class="page-width">
      <header class="page-head">
        <h1>十个新的备用码</h1>
        <p>旧的已经作废。请抄在纸上或者打印，锁在抽屉里；十分钟以后这里不再显示。</p>
      </header>
      <PaperCodes codes={codes} />
      <div class="actions">
        <a class="button" href={deskPages.account.path}>
          我已记下
        </a>
      </div>
    </div>
  </>
)
