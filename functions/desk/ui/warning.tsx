import { dayOf, daysBetween, type Instant, spokenDay } from '#domain/basics/time.ts'
import { hoursLeft } from '#domain/clocks/hours-left.ts'
import { colourAt } from '#domain/clocks/warnings.ts'
import { never } from '#domain/desk/listing.ts'
import { type Waits, waits } from '#domain/words/waits.ts'

/** Marks in the work lists. Each has a word and a shape; colour is never the only sign. */

const shapes = {
  leaf: 'M12 20.5V12M12 12c0-4-3-6-7.5-6 0 4 3 6 7.5 6zM12 10c0-3 2.8-5.2 7-5.2 0 3.7-2.7 5.7-7 5.7',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.8v.1',
  triangle: 'M12 4 21 19.5H3zM12 10v4.5M12 17v.1',
  octagon: 'M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM12 7.5v5.5M12 16v.1',
} as const

const tones = {
  green: 'warning-green',
  blue: 'warning-blue',
  yellow: 'warning-yellow',
  red: 'warning-red',
} as const

const Shape = ({ icon }: { icon: keyof typeof shapes }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={shapes[icon]} />
  </svg>
)

/** The warning colour in words, such as 黄 · 风险升级; `short` is its name alone. */
export const WarningTag = ({ rank, short = false }: { rank: number; short?: boolean }) => {
  const { name, meaning, icon, tone } = colourAt(rank)
  return (
    <span class={`tag ${tones[tone]}`}>
      <Shape icon={icon} />
      {short ? name : `${name} · ${meaning}`}
    </span>
  )
}

interface DueProps {
  dueAt: Instant
  now: Instant
  short?: boolean
  hours?: boolean
}

/**
 * The remaining time and the last day, such as 剩 5 天 · 11 月 25 日（周三）. An overdue one has its icon, word and colour.
 * `short` leaves the day out. `hours`: it ends within a day, and the time of day is named: 还剩 3 小时 · 今天 14:00 前.
 */
export const Due = ({ dueAt, now, short = false, hours = false }: DueProps) => {
  if (dueAt === never) return <span class="soft">不计时</span>
  const today = dayOf(now)
  if (hours) {
    const { late, left, end } = hoursLeft(dueAt, now)
    return (
      <span class={late ? 'late' : 'soon'}>
        {late ? <Shape icon="octagon" /> : null}
        {left}
        {short ? '' : ` · ${end}`}
      </span>
    )
  }
  // `dueAt` is the first instant after the last day.
  const last = dayOf(dueAt - 1)
  const daysLeft = daysBetween(today, last)
  const day = short ? null : <span class="due-day"> · {spokenDay(last, today.slice(0, 4))}</span>
  if (daysLeft < 0)
    return (
      <span class="late">
        <Shape icon="octagon" />
        过了 {-daysLeft} 天{day}
      </span>
    )
  return (
    <span class={daysLeft <= 3 ? 'soon' : ''}>
      {daysLeft === 0 ? '今天到期' : `剩 ${daysLeft} 天`}
      {day}
    </span>
  )
}

/** A tag that says what a case waits for at this desk; nothing if it waits for nothing. */
export const WaitsTag = ({ waiting }: { waiting: Waits | '' }) =>
  waiting === '' ? null : <span class="tag waits">{waits[waiting].name}</span>
