import type { Day } from '#domain/basics/time.ts'
import { type Period, type PeriodKind, periodBefore, periodOf, readPeriod } from '#domain/figures/periods.ts'

/** The periods that somebody can choose: those with a closed day, newest first. */

const most = { month: 24, quarter: 8, year: 5 } as const satisfies Partial<Record<PeriodKind, number>>
type Kind = keyof typeof most

const kindNames: Record<Kind, string> = { month: '按月', quarter: '按季', year: '按年' }

/** 2026 年 11 月, 2026 年第 4 季度, 2026 年. */
export const periodName = ({ kind, id }: Period): string => {
  const [year, part = ''] = id.split('-')
  if (kind === 'year') return `${year} 年`
  return kind === 'quarter' ? `${year} 年第 ${part.slice(1)} 季度` : `${year} 年 ${Number(part)} 月`
}

const newest = (kind: Kind, last: Day): Period => readPeriod(periodOf(kind, last)) as Period

const listed = (kind: Kind, first: Day, last: Day): Period[] => {
  const all: Period[] = []
  for (let next = newest(kind, last); next.to >= first && all.length < most[kind]; next = periodBefore(next))
    all.push(next)
  return all
}

/** Groups of the select: months, quarters, years. */
export const periodGroups = ({ first, last }: { first: Day; last: Day }) =>
  (Object.keys(most) as Kind[]).map((kind) => ({
    name: kindNames[kind],
    options: listed(kind, first, last).map((period) => ({ value: period.id, name: periodName(period) })),
  }))

/** The period of the query if it has a closed day, otherwise the month of the last one. */
export const chosenPeriod = (wanted: string, { first, last }: { first: Day; last: Day }): Period => {
  const period = readPeriod(wanted)
  return period && period.from <= last && period.to >= first ? period : newest('month', last)
}
