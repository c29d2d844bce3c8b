import { type Day, dayOf, daysPast, spokenDay } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { asksForTime } from '#domain/sessions/own-times.ts'
import { isEnded } from '#domain/words/statuses.ts'

/** What a person is asked: the desk's question before a time, and the consent before both. */
const yourTurn = ({ side, status, acts: { consent }, times }: FollowedView): string => {
  if (side === 'other' && consent?.said === null) return '您：愿不愿意谈，请说一声'
  return status !== 'waiting' && asksForTime(times) ? '您：哪个时间行，请选一选' : '您：请回一句话'
}

/** Whose turn it is, what comes next and by which day, who has it: what a person opens the page for. */
export const Facts = ({ view, today }: { view: FollowedView; today: Day }) => {
  const year = today.slice(0, 4)
  const { turn } = view
  const who = {
    you: yourTurn(view),
    desk: view.unit,
    outside: '移送去的单位',
  }
  const [next] = view.next
  const late = view.clocks.filter(({ state }) => state === 'overdue')
  return (
    <dl class="case-facts">
      {turn ? (
        <div>
          <dt>现在轮到</dt>
          <dd>
            <b>{who[turn]}</b>
          </dd>
        </div>
      ) : null}
      {late.map(({ rule, due }) => (
        <div>
          <dt>该办的</dt>
          <dd>
            {rule.next}。<span class="no-break">说好 {spokenDay(due, year)}，</span>
            <b class="no-break">过了 {daysPast(due, today)} 天</b>
          </dd>
        </div>
      ))}
      {next ? (
        <div>
          <dt>接下来</dt>
          <dd>
            <b class="no-break">{spokenDay(next.by, year)}前，</b>
            {next.what}
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{isEnded(view.status) ? '谁办的' : '谁在办'}</dt>
        <dd>
          {view.unit}，<span class="no-break">{spokenDay(dayOf(view.unitSince), year)}起</span>
        </dd>
      </div>
      <div>
        <dt>案件编号</dt>
        <dd>
          <span class="no-break">{view.number}</span>
          <span class="no-break">（打电话问时说这个）</span>
        </dd>
      </div>
    </dl>
  )
}
