import { dayOf, type Instant, spokenDay, spokenTime } from '#domain/basics/time.ts'
import { type Clock, isOpen } from '#domain/clocks/clocks.ts'
import { sourceOf, staffNameOf } from '#domain/clocks/rules.ts'
import { datesOf } from '#domain/desk/dates.ts'
import { isEnded } from '#domain/words/statuses.ts'
import { Due } from '../ui/warning.tsx'
import type { CaseView } from './case-view.ts'

const lengthOf = ({ rule, hours, days, extended, added }: Clock): string =>
  [
    hours ? `${hours} 小时，周末、节假日也算` : `${days}${rule.workdays ? ' 个工作日' : ' 天'}`,
    extended > 0 ? `已延 ${extended} 天` : '',
    added > 0 ? `${rule.hearings ? '听证不算' : '停过'} ${added} 天` : '',
  ]
    .filter(Boolean)
    .join('，')

const ClockRow = ({ clock, now }: { clock: Clock; now: Instant }) => {
  const { rule, state } = clock
  const hours = clock.hours !== undefined
  const source = sourceOf(rule)
  return (
    <li>
      <b>
        {staffNameOf(rule)}
        {rule.internal ? '（内部）' : ''}
      </b>{' '}
      {state === 'met' ? (
        <span class="soft">{clock.done ? '已经办到' : '不用办了'}</span>
      ) : state === 'paused' ? (
        <span class="soon">{rule.hearings ? '暂停计时，要开听证会' : '暂停计时，等申请人回话'}</span>
      ) : (
        <Due dueAt={clock.dueEnd} hours={hours} now={now} />
      )}
      <br />
      <span class="soft small">
        {spokenDay(dayOf(clock.startedAt), dayOf(now).slice(0, 4))}
        {hours ? `${spokenTime(clock.startedAt)} ` : ''}起，{lengthOf(clock)}
        {clock.provisional ? '，暂定' : ''}。{'article' in source ? source.article : source.countyRule}
      </span>
    </li>
  )
}

const SetDateRow = ({ name, end, now }: { name: string; end: number; now: Instant }) => (
  <li>
    <b>{name}</b> <Due dueAt={end} now={now} />
  </li>
)

/** 期限: clocks and dates that people set; what runs out first comes first. */
export const CaseClocks = ({ view, now }: { view: CaseView; now: Instant }) => {
  const dates = isEnded(view.status) ? [] : datesOf(view.events, view.status)
  const running = view.clocks.filter((clock) => isOpen(clock) && clock.state !== 'paused')
  const rows = [
    ...running.map((clock) => ({ end: clock.dueEnd, row: <ClockRow clock={clock} now={now} /> })),
    ...dates.map(({ name, end }) => ({ end, row: <SetDateRow name={name} end={end} now={now} /> })),
  ].sort((a, b) => a.end - b.end)
  const paused = view.clocks.filter(({ state }) => state === 'paused')
  const met = view.clocks.filter((clock) => !isOpen(clock))
  return (
    <section id="clocks" class="card" aria-labelledby="clocks-title">
      <h2 id="clocks-title" class="section-head">
        期限
      </h2>
      <ul class="lines">
        {rows.map(({ row }) => row)}
        {[...paused, ...met].map((clock) => (
          <ClockRow clock={clock} now={now} />
        ))}
      </ul>
    </section>
  )
}
