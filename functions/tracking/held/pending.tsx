import { dayOf, spokenDay } from '#domain/basics/time.ts'
import type { HeldRequest } from '#domain/clocks/held.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions, notices } from '#domain/routes/site.ts'
import type { Held } from '#domain/words/held.ts'

export const heldPaths = {
  withdraw: actions.trackWithdraw,
  erase: actions.trackErase,
} as const satisfies Record<Held, string>

const names: Record<Held, string> = { withdraw: '您要撤回这件事', erase: '您要删除您的信息' }

/** When a request takes effect. At the county somebody speaks with the holder first, whatever the case is about. */
export const When = ({ held, year }: { held: HeldRequest; year: string }) => {
  const day = <span class="no-break">{spokenDay(dayOf(held.effectiveAt), year)}</span>
  return held.unconfirmed ? <>要等县里的人单独跟您一个人确认过，最早{day}生效。</> : <>{day}生效。</>
}

/** On the page of the case: what was asked for and waits, and the way to take it back. Nothing if nothing does. */
export const Pending = ({ view, year }: { view: FollowedView; year: string }) => {
  const { held } = view.acts
  return held ? (
    <div class="note" id={notices.held} tabindex={-1}>
      <b>{names[held.what]}</b>
      <p>
        <When held={held} year={year} />
        在那以前，改主意了<a href={heldPaths[held.what]}>可以取消</a>。
        {held.what === 'withdraw' ? '事情照样在办。' : ''}
      </p>
    </div>
  ) : null
}
