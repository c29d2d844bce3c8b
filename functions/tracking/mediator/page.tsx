import type { FollowedView } from '#domain/following/followed-view.ts'
import { mediatorMessages } from '#domain/following/mediator.ts'
import { actions } from '#domain/routes/site.ts'
import { Cite } from '#ui/cite.tsx'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'

export const mediatorTitle = '换一位调解员'

/** 换一位调解员: either side asks for it, without a reason; whom they get is told by the unit. */
export const MediatorPage = ({ view }: { view: FollowedView }) => {
  const { mediator } = view.acts
  return (
    <div class="page-width text">
      <header class="page-head">
        <h1>{mediatorTitle}</h1>
      </header>
      {mediator === null ? (
        <form action={actions.trackMediator} method="post">
          <input type="hidden" name={replyCaseField} value={view.mark} />
          <p>
            调解员可以由您选，哪一方提出来，都可以换。不用写理由，也不影响您这件事。单位里没有别人可换的，会跟您说明。
          </p>
          <div class="actions">
            <button class="button" type="submit">
              请换一位
            </button>
          </div>
        </form>
      ) : (
        <p class={mediator === 'pending' ? 'note' : undefined}>{mediatorMessages[mediator]}</p>
      )}
      {mediator === null || mediator === 'pending' ? (
        <p>想要哪一位、不想要哪一位，可以写在“有话要说”里，也可以打电话说。</p>
      ) : null}
      <p class="soft small">
        <Cite text="《人民调解法》第十九条、第二十三条" />
      </p>
      <Back />
    </div>
  )
}
