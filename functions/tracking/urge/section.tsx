import { spokenDay } from '#domain/basics/time.ts'
import { findRule } from '#domain/clocks/rules.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { mayUrge } from '#domain/following/urging.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { replyCaseField } from '../case/reply-form.tsx'

/** What is not done, as far as its days have gone. */
const notDone = ({ clocks }: FollowedView, rules: string[]): string => {
  const isLate = (id: string) => clocks.some(({ rule, state }) => rule.id === id && state === 'overdue')
  const named = (ids: string[]) => `还没有办到“${ids.map((id) => findRule(id)?.name).join('、')}”`
  const late = rules.filter(isLate)
  const half = rules.filter((id) => !isLate(id))
  return [
    ...(late.length > 0 ? [`日子已经过了，${named(late)}`] : []),
    ...(half.length > 0 ? [`日子过了一半，${named(half)}`] : []),
  ].join('；')
}

/** 催一催: the button under the clocks once half of one has passed; before that, from which day on. */
export const Urging = ({ view, year }: { view: FollowedView; year: string }) => {
  const { urge, above } = view.acts
  if (mayUrge(urge))
    return (
      <form action={actions.trackUrge} method="post">
        <input type="hidden" name={replyCaseField} value={view.mark} />
        <p>
          {notDone(view, urge.rules)}，可以催一次。
          {urge.again && above ? `这是第二次，也会告诉${above}。` : ''}
        </p>
        <div class="actions">
          <button class="button secondary" type="submit">
            催一催
          </button>
        </div>
      </form>
    )
  if (urge.why === 'early')
    return (
      <p class="soft small">
        要是还没办到，<span class="no-break">{spokenDay(urge.from, year)}</span>起可以催一次。
      </p>
    )
  return urge.why === 'already' ? (
    <div class="note told" id={notices.urged} tabindex={-1}>
      <b>催过了</b>
      <p>办的人看得到。一个期限催一次，不用再催。</p>
    </div>
  ) : null
}
