import { chineseNumber } from '#domain/basics/chinese-number.ts'
import { normaliseWidth } from '#domain/basics/normalise.ts'
import type { Instant } from '#domain/basics/time.ts'
import { dutyFrom } from '#domain/clocks/duty.ts'
import type { Duty } from '#domain/content/county.ts'

/** Hours at which a message may be sent, on some days of the week (1 is Monday). */
export type Hours = Pick<Duty, 'days' | 'from' | 'to'>

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** Outside these hours nobody is sent a message, on any day. */
const wakingHours = { from: '08:00', to: '21:00' } as const

const days: [RegExp, number[]][] = [
  [/^(?:工作日|平时|平日|周一[到至]周五)/, [1, 2, 3, 4, 5]],
  [/^(?:周末|双休日|休息日)/, [6, 7]],
  [/^(?:每天|天天)/, everyDay],
]

const times: [RegExp, string, string][] = [
  [/^(?:随时|任何时候|什么时候)?(?:都行|都可以|都方便|随时|任何时候)$/, '00:00', '24:00'],
  [/^白天$/, '08:00', '18:00'],
  [/^早上$/, '08:00', '10:00'],
  [/^上午$/, '08:00', '12:00'],
  [/^中午$/, '11:30', '13:30'],
  [/^下午$/, '13:30', '18:00'],
  [/^(?:晚上|傍晚)$/, '18:00', '21:00'],
]

const hour = String.raw`(上午|早上|中午|下午|晚上)?(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点钟?|时|[:：](?=\d))(半|\d{2})?`
const range = new RegExp(`^(?:${hour})(?:到|至|-|—|~)(?:${hour})$`)

const clock = (value: number, past: number): string =>
  `${String(value).padStart(2, '0')}:${String(past).padStart(2, '0')}`

/** True for an hour of a clock of twenty-four. */
const isExact = (written: string): boolean => chineseNumber(written) > 12 || /^0\d/.test(written)

/** The times that a written hour can mean: one with a part of the day, else one before noon and one after it. */
const timesOf = (part: string | undefined, written: string, minutes = ''): string[] => {
  const number = chineseNumber(written)
  const past = minutes === '半' ? 30 : Number(minutes)
  if (!(number <= 24 && past < 60)) return []
  const late = part === '下午' || part === '晚上' || (part === '中午' && number < 11)
  if (part) return [clock(late && number < 12 ? number + 12 : number, past)]
  return [clock(number, past), clock(number + 12, past)]
}

/** The one reading of a span; null if it has none or several. */
const readSpan = (text: string): { from: string; to: string } | null => {
  const [, part, first = '', minutes, part2 = part, last = '', minutes2] = range.exec(text) ?? []
  if (isExact(first) || isExact(last)) {
    // One hour on a clock of twenty-four makes the other one so.
    const [from] = timesOf(part, first, minutes)
    const [to] = timesOf(part2, last, minutes2)
    return from && to && from < to ? { from, to } : null
  }
  if (!part2) return null
  const ends = timesOf(part2, last, minutes2)
  const spans = timesOf(part, first, minutes).flatMap((from) =>
    ends.filter((to) => from < to).map((to) => ({ from, to })),
  )
  return spans.length === 1 ? (spans[0] ?? null) : null
}

const spanOf = (text: string): { from: string; to: string } | null => {
  const known = times.find(([pattern]) => pattern.test(text))
  return known ? { from: known[1], to: known[2] } : readSpan(text)
}

const allDay = { from: '00:00', to: '24:00' }

const readPart = (text: string): Hours | null => {
  const [pattern, onDays] = days.find(([one]) => one.test(text)) ?? []
  const rest = pattern ? text.replace(pattern, '').replace(/^的/, '') : text
  // A day alone is the whole day; nothing at all stands beside something that was written for a reason.
  const span = pattern && rest === '' ? allDay : spanOf(rest)
  if (!span) return null
  const from = span.from < wakingHours.from ? wakingHours.from : span.from
  const to = span.to > wakingHours.to ? wakingHours.to : span.to
  return { days: onDays ?? everyDay, from, to }
}

/**
 * The hours at which a person may be sent a message.
 * @param when what they wrote about when contact is safe, at most `lengths.contactWhen` characters; empty: nothing
 * @returns null if it says more than this can read, or what can be read in two ways (8 to 10, before noon or at night): a
 * wrong hour may be the one at which somebody else has the phone, so no hour is taken for words that are not understood.
 * Empty if no hour is left of the waking ones
 */
export const allowedHours = (when: string): Hours[] | null => {
  const written = normaliseWidth(when).replace(/\s/g, '')
  if (written === '') return [{ days: everyDay, ...wakingHours }]
  const parts = written.replace(/[。，,]$/, '').split(/[,，、;；和或]/)
  const hours = parts.map(readPart)
  return hours.every((one) => one !== null) ? hours.filter(({ from, to }) => from < to) : null
}

/** The first instant from `at` on at which a message may be sent; null if there is none. */
export const sendFrom = (hours: readonly Hours[], at: Instant): Instant | null =>
  hours.length === 0
    ? null
    : dutyFrom(
        hours.map((one) => ({ ...one, who: '' })),
        at,
      )

/** True if messages may be sent to anybody at this instant. */
export const isWaking = (at: Instant): boolean => sendFrom([{ days: everyDay, ...wakingHours }], at) === at
