import { type Day, dayOf, daysBetween, daysPast, spokenDay } from '#domain/basics/time.ts'
import type { Clock } from '#domain/clocks/clocks.ts'
import { sourceOf } from '#domain/clocks/rules.ts'
import { articlePath } from '#domain/routes/laws.ts'
import { Cite } from '#ui/cite.tsx'
import { Dialable } from '#ui/dialable.tsx'

/** One clock: the remaining time as headline, one slab per day, its source, and what to do when it has passed. */

const remaining = (clock: Clock, today: Day): string => {
  if (clock.state === 'paused') return clock.rule.hearings ? '暂停计时，要开听证会' : '暂停计时，等您回话'
  if (clock.state === 'overdue') return `过了 ${daysPast(clock.due, today)} 天`
  const left = daysBetween(today, clock.due)
  return left === 0 ? '今天到期' : `还剩 ${left} 天`
}

/** The time allowed, with what was added to it, such as 30 天 or 90 天（60 天，批准延长 30 天）. */
const length = ({ rule, days, extended, added }: Clock): string => {
  const inWords = (count: number) => `${count} ${rule.workdays ? '个工作日' : '天'}`
  const more = [
    extended > 0 ? `批准延长 ${inWords(extended)}` : '',
    added > 0 ? `${rule.hearings ? '听证不算' : '等您回话停了'} ${inWords(added)}` : '',
  ].filter(Boolean)
  const all = inWords(days + extended + added)
  return more.length > 0 ? `${all}（${[inWords(days), ...more].join('，')}）` : all
}

const Source = ({ clock }: { clock: Clock }) => {
  const source = sourceOf(clock.rule)
  return 'article' in source ? (
    <a href={articlePath(clock.rule.article ?? '')}>
      <Cite text={source.article} />
    </a>
  ) : (
    <>本县规定{source.countyRule}</>
  )
}

/** One slab per day: past days in ochre, remaining days in grey. */
const Slabs = ({ total, gone }: { total: number; gone: number }) => (
  <svg
    viewBox={`0 0 ${total * 20} 20`}
    preserveAspectRatio="none"
    role="img"
    aria-label={`共 ${total} 天，已走 ${gone} 天`}
  >
    <path class="all" d={`M0 10h${total * 20}`} stroke-width="20" stroke-dasharray="18 2" />
    {gone > 0 ? (
      <path class="gone" d={`M0 10h${gone * 20}`} stroke-width="20" stroke-dasharray="18 2" />
    ) : null}
  </svg>
)

/** One clock of a case: its rule, the days that remain, and a bar of the days that have passed. */
export const ClockCard = ({ clock, today }: { clock: Clock; today: Day }) => {
  const year = today.slice(0, 4)
  const start = dayOf(clock.startedAt)
  const total = Math.max(1, daysBetween(start, clock.due))
  const gone = Math.min(total, Math.max(0, daysBetween(start, today)))
  return (
    <section class="clock">
      <h3 class="clock-name">{clock.rule.name}</h3>
      <p class="clock-figure">
        <b>{remaining(clock, today)}</b>
        <span class="no-break">
          {spokenDay(clock.due, year)}
          {clock.provisional ? '（暂定）' : ''}到期
        </span>
      </p>
      <Slabs total={total} gone={gone} />
      <p class="soft small">
        <span class="no-break">{spokenDay(start, year)}起，</span>共 {length(clock)}。依据：
        <Source clock={clock} />
        {clock.provisional ? '。这一年的放假安排还没公布，公布后日子可能要改' : ''}。
      </p>
      <p class="small">
        <b>到期没办到：</b>
        <Dialable text={clock.rule.ifPassed} />
      </p>
    </section>
  )
}
