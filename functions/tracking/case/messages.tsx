import { spokenInstant } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions } from '#domain/routes/site.ts'
import { Dialable } from '#ui/dialable.tsx'

const receipts = { arrived: '已收到', 'set-aside': '看过了，不另外回' } as const

/** The way to what does not fit on the page. */
export const Older = ({ more }: Pick<FollowedView, 'more'>) =>
  more === null ? null : (
    <p>
      <a href={`${actions.trackCase}?before=${more}`}>更早的话和步骤</a>
    </p>
  )

/** Words between the holder and the desk, oldest first. */
export const Messages = ({ messages }: Pick<FollowedView, 'messages'>) =>
  messages.length === 0 ? (
    <p class="soft">还没有给您的话。有了会出现在这里。</p>
  ) : (
    <ul class="messages">
      {messages.map(({ at, from, text, call, only, receipt, forOther }) => (
        <li>
          <header>
            <b>{from}</b>
            {spokenInstant(at)}
            {forOther ? ' · 写给对方看的，不是说您' : ''}
            {receipt ? ` · ${receipts[receipt]}` : ''}
            {only ? ` · 对结果不满意，只给${only}看` : ''}
          </header>
          {text ? (
            <p class="typed">
              <Dialable text={text} />
            </p>
          ) : null}
          {call ? <p>请给我回个电话{call.when ? `，${call.when}` : ''}。</p> : null}
        </li>
      ))}
    </ul>
  )
