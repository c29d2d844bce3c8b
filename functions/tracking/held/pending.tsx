import { dayOf, type Instant, spokenDay } from '#domain/basics/time.ts'
import type { HeldRequest } from '#domain/clocks/held.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions, notices } from '#domain/routes/site.ts'
import type { Held } from '#domain/words/held.ts'

export const heldPaths = {
  withdraw: actions.trackWithdraw,
  erase: actions.trackErase,
} as const satisfies Record<Held, string>

const names: Record<Held, string> = { withdraw: '您要撤回这件事', erase: '您要删除您的信息' }

/**
 * When a request takes effect. With a talk it says the same before and after it, so that somebody who watches the telephone
 * does not learn that it was.
 */
export const When = ({ held, now }: { held: HeldRequest; now: Instant }) => {
  const day = <span class="no-break">{spokenDay(dayOf(held.effectiveAt), dayOf(now).slice(0, 4))}</span>
  if (!held.afterTalk) return <>{day}生效。</>
  const first = '要等有人单独跟您一个人确认过，'
  return held.effectiveAt > now ? (
    <>
      {first}最早 {day}生效。
    </>
  ) : (
    <>{first}确认以后当天生效。</>
  )
}

/** What is said before something is asked for: who is spoken with first, the same for all cases of a desk of the county. */
export const Talk = ({ view, then }: { view: FollowedView; then: string }) => {
  if (view.level === 'county')
    return <>县里办的每一件都这样：县里会有人先单独跟您一个人说一说，是您自己要的，才{then}。</>
  if (!view.acts.talk) return null
  return <>查询码是工作人员给的，每一件都这样：会有人先单独跟您一个人说一说，是您自己要的，才{then}。</>
}

const kept: Record<Held, string> = {
  withdraw: '不撤回了，事情接着办。',
  erase: '不删了，您的信息还在。',
}

/** On the page of the case: what was asked for and waits, and the way to take it back; or that it was. */
export const Pending = ({ view, now }: { view: FollowedView; now: Instant }) => {
  const { held, takenBack } = view.acts
  if (!held && takenBack)
    return (
      <div class="note told" id={notices.kept} tabindex={-1}>
        <b>{kept[takenBack]}</b>
      </div>
    )
  return held ? (
    <div class="note" id={notices.held} tabindex={-1}>
      <b>{names[held.what]}</b>
      <p>
        <When held={held} now={now} />
        在那以前，改主意了<a href={heldPaths[held.what]}>可以取消</a>。
        {held.what === 'withdraw' ? '事情照样在办。' : ''}
      </p>
    </div>
  ) : null
}
