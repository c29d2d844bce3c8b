import { type Day, dayOf, spokenDay } from '#domain/basics/time.ts'
import { type Clock, isOpen } from '#domain/clocks/clocks.ts'
import { sourceOf } from '#domain/clocks/rules.ts'
import { setDates } from '#domain/clocks/set-dates.ts'
import { Card } from '#ui/card.tsx'
import { Due } from '../ui/warning.tsx'
import type { CaseView } from './case-view.ts'

const ClockRow = ({ clock, today }: { clock: Clock; today: Day }) => {
  const source = sourceOf(clock.rule)
  return (
    <li>
      <b>{clock.rule.name}</b>
      {clock.rule.internal ? <span class="soft">（内部）</span> : null}{' '}
      {clock.state === 'met' ? (
        <span class="soft">已经办到</span>
      ) : clock.state === 'paused' ? (
        <span class="soon">暂停计时，等他回话</span>
      ) : (
        <Due dueAt={clock.dueEnd} today={today} />
      )}
      <br />
      <span class="soft small">
        {spokenDay(dayOf(clock.startedAt), today.slice(0, 4))}起，{clock.rule.days}
        {clock.rule.workdays ? ' 个工作日' : ' 天'}
        {clock.extended > 0 ? `，已延 ${clock.extended} 天` : ''}
        {clock.provisional ? '，暂定' : ''}。{'article' in source ? source.article : source.countyRule}
      </span>
    </li>
  )
}

/** 期限: dates that people set, running clocks, and clocks that were met. */
export const CaseClocks = ({ view, today }: { view: CaseView; today: Day }) => {
  const open = view.clocks.filter(isOpen)
  const met = view.clocks.filter((clock) => !isOpen(clock))
  return (
    <Card title="期限">
      <ul class="lines">
        {setDates(view.events, view.status).map(({ name, end }) => (
          <li>
            <b>{name}</b> <Due dueAt={end} today={today} />
          </li>
        ))}
        {[...open, ...met].map((clock) => (
          <ClockRow clock={clock} today={today} />
        ))}
      </ul>
    </Card>
  )
}
