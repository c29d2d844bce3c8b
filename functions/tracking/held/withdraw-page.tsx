import { heldFor } from '#domain/basics/bounds.ts'
import { dayOf, spokenDay } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { heldMessages } from '#domain/following/held-messages.ts'
import { Talk } from './pending.tsx'

/** What is said before a case is withdrawn. */
export const AboutWithdrawing = ({ view, now }: { view: FollowedView; now: number }) => (
  <>
    <p>撤回以后，办的人就不再办了。已经办过的，记录还留着，不会删；以后想接着办，打电话跟办的单位说。</p>
    <p>
      交上去以后等七天，到{' '}
      <span class="no-break">{spokenDay(dayOf(now + heldFor), dayOf(now).slice(0, 4))}</span>
      才算数。
      <Talk view={view} then="撤回" />
      在那以前，事情照样在办，您也随时可以取消。
    </p>
  </>
)

/** Why nothing can be withdrawn. */
export const CannotWithdraw = () => <p>{heldMessages.withdraw.standing}</p>
