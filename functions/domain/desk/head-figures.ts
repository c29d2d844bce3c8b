import { day as dayLength } from '#domain/basics/bounds.ts'
import { addDays, type Day, dayOf, type Instant, monday, startOfDay } from '#domain/basics/time.ts'
import { alarming, colours } from '#domain/clocks/warnings.ts'
import { waitIds } from '#domain/words/waits.ts'
import type { ListScope } from './access.ts'
import { markIds } from './marks.ts'

/** What a head looks at below: each figure with its definition, and how it is summed from what the lists count. */

/** How many cases of a scope count as this at a place. */
export interface CountedCases {
  scope: ListScope
  place: string
  /** `colour`, `due`, `filed`, what waits, or a mark. */
  measure: string
  /** A colour by its rank, a day as a number; 0 of a mark. */
  value: number
  /** Negative of cases that the reader must keep out of. */
  count: number
}

/** A day as the lists count it: days since 1970. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayLength

const dayOfNumber = (number: number): Day => new Date(number * dayLength).toISOString().slice(0, 10)

const shades = colours
  .map(({ name }, rank) => ({ id: `colour-${rank}` as const, name, rank }))
  .filter(({ rank }) => rank >= alarming)
  .reverse()

export type HeadFigure =
  | ('due' | 'over' | 'week' | 'open' | 'fresh' | 'approve' | 'bounced' | 'urged' | 'supervised' | 'revisit')
  | `colour-${number}`

interface FigureRow {
  id: HeadFigure
  name: string
  /** What is counted, for the foot of the page. */
  means: string
}

/** The columns, what is late first. */
export const headFigures: readonly FigureRow[] = [
  { id: 'over', name: '过期', means: '还在办，期限的最后一天在今天以前' },
  { id: 'week', name: '本周到期', means: '还在办，期限的最后一天在今天到星期天' },
  ...shades.map(({ id, name }) => ({ id, name: `${name}色`, means: `还在办，颜色是${name}` })),
  { id: 'supervised', name: '督办没回', means: '还在办，上级问了、还没有回话' },
  { id: 'bounced', name: '退过两回', means: '还在办，退回过两次以上' },
  { id: 'urged', name: '催了没回', means: '还在办，申请人催过、还没有回话' },
  { id: 'approve', name: '等批延期', means: '申请延期，还没有批' },
  { id: 'revisit', name: '没回访', means: '到了回访的日子，还没有回访' },
  { id: 'fresh', name: '本周新来', means: '星期一以来登记的，办结了的也算' },
  { id: 'open', name: '在办', means: '还没有办结的' },
]

/** What 今天 shows of the same: what is due today with what is overdue. */
export const dueFigure: FigureRow = {
  id: 'due',
  name: '到期和过期',
  means: '还在办，期限的最后一天是今天或者更早',
}

/** The name of a figure. */
export const nameOfFigure = (id: HeadFigure): string =>
  [dueFigure, ...headFigures].find((row) => row.id === id)?.name ?? id

/** The span of each figure that goes by days: today, and the last day of the week. */
export interface FigureDays {
  today: Day
  monday: Day
  sunday: Day
}

/** The days that the figures of an instant go by. */
export const figureDays = (now: Instant): FigureDays => {
  const today = dayOf(now)
  return { today, monday: monday(today), sunday: addDays(monday(today), 6) }
}

/** The ends of time limits that are over, or end this week: after the first instant, up to and with the second. */
export const dueSpan = (within: 'over' | 'week', now: Instant): { dueFrom?: Instant; dueBefore: Instant } => {
  const { today, sunday } = figureDays(now)
  const midnight = startOfDay(today) + 1
  if (within === 'over') return { dueBefore: midnight }
  return { dueFrom: midnight, dueBefore: startOfDay(addDays(sunday, 1)) + 1 }
}

/** The figures that a row of counts belongs to. */
const figuresOf = ({ measure, value }: CountedCases, { today, monday, sunday }: FigureDays): HeadFigure[] => {
  if (measure === 'colour') return ['open', ...(value >= alarming ? [`colour-${value}` as const] : [])]
  if (measure === 'due') {
    if (value < dayNumber(today)) return ['due', 'over']
    if (value > dayNumber(sunday)) return []
    return value === dayNumber(today) ? ['due', 'week'] : ['week']
  }
  if (measure === 'filed') return value >= dayNumber(monday) ? ['fresh'] : []
  return measure === 'approve' || measure === 'revisit' || markIds.some((id) => id === measure)
    ? [measure as HeadFigure]
    : []
}

/** The figures of one place, or of one person. */
export interface Figures {
  /** The place, or the scope of the person. */
  key: string
  counts: Record<HeadFigure, number>
  /** How many wait for a step, of a person. */
  waiting: number
  /** The last day of the limit that has been over longest; since when something has waited longest; null if nothing is. */
  longest: Day | null
  waitsSince: Day | null
}

/** One number of the figures. */
export const countOf = ({ counts }: Pick<Figures, 'counts'>, id: HeadFigure): number => counts[id] ?? 0

const noCounts = (): Figures['counts'] =>
  Object.fromEntries([dueFigure, ...headFigures].map(({ id }) => [id, 0])) as Figures['counts']

/** The figures of somebody who has nothing. */
export const noFigures = (key: string): Figures => ({
  ...{ key, counts: noCounts(), waiting: 0, longest: null, waitsSince: null },
})

/** The earliest day of rows that count something, once what the reader must keep out of is taken away. */
const earliest = (rows: readonly CountedCases[]): Day | null => {
  const days = Map.groupBy(rows, ({ value }) => value)
  const counted = [...days].flatMap(([value, own]) => (sumOf(own) > 0 ? value : []))
  return counted.length > 0 ? dayOfNumber(Math.min(...counted)) : null
}

const sumOf = (rows: readonly CountedCases[]): number => rows.reduce((sum, { count }) => sum + count, 0)

const isWait = ({ measure }: CountedCases): boolean => waitIds.some((id) => id === measure)

/**
 * Sums the counts by place, or by the person of the scope. What has no case is left out.
 * @returns what has been overdue longest first, then the most overdue, then the most open
 */
export const figuresBy = (by: 'place' | 'scope', rows: readonly CountedCases[], now: Instant): Figures[] => {
  const days = figureDays(now)
  const late = '9999'
  return [...Map.groupBy(rows, (row) => row[by])]
    .map(([key, own]) => {
      const counts = noCounts()
      for (const row of own) for (const id of figuresOf(row, days)) counts[id] += row.count
      const waits = own.filter(isWait)
      const over = own.filter((row) => figuresOf(row, days).includes('over'))
      return { key, counts, waiting: sumOf(waits), longest: earliest(over), waitsSince: earliest(waits) }
    })
    .filter(({ counts }) => Object.values(counts).some((count) => count > 0))
    .sort(
      (one, other) =>
        (one.longest ?? late).localeCompare(other.longest ?? late) ||
        other.counts.over - one.counts.over ||
        other.counts.open - one.counts.open ||
        one.key.localeCompare(other.key),
    )
}
