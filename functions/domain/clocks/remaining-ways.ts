import type { Day } from '#domain/basics/time.ts'
import type { CaseLimit } from '#domain/content/deadlines.ts'
import type { Category } from '#domain/words/categories.ts'
import { county } from '#generated/county.ts'
import type { LastDay } from './calendar.ts'
import { countLimit } from './county-calendar.ts'
import { spanOf } from './limit-span.ts'

/** The other ways that remain after a failed mediation (人民调解法 26), from content/deadlines.yaml. */

/** A way that remains. */
export interface RemainingWay {
  id: string
  name: string
  /** How long it stays open: 3 年, or that no limitation period bars it. */
  span: string
  /** When the count begins; absent for a claim without a limitation period. */
  from?: string | undefined
  article?: string | undefined
  note?: string | undefined
}

/** The days of a case from which its ways are counted. */
export interface WayDays {
  /** The day on which the complainant asked for mediation, which interrupts a limitation; null if they asked for something else. */
  asked: Day | null
  /** The day on which the chosen ways began, as far as the desk knows it. */
  since: Day | null
}

/** The last day of a way. */
export interface WayEnd extends LastDay {
  /** The day it is counted from. */
  from: Day
  /** True if it is counted anew from the request, provided that it had not expired by then; the count may begin later. */
  renewed: boolean
}

const untimed = '不受时效限制'

const named = (limit: CaseLimit): RemainingWay => ({ ...limit, span: spanOf(limit) })

/** The limits that are shown for a subject. */
const limitsFor = (category: Category): CaseLimit[] =>
  county.limits.filter(({ ways }) => ways?.length === 0 || ways?.includes(category))

/** Where no subject may show, the same for every case: the general period, and the two short ones that are missed most. */
const forAll: readonly string[] = ['civil-limitation', 'labour-arbitration', 'administrative-review']

/** The ways of a subject: first the claims that time does not bar, then those with a last day. */
export const waysOf = (category: Category): RemainingWay[] => [
  ...county.untimed.filter(({ ways }) => ways.includes(category)).map((way) => ({ ...way, span: untimed })),
  ...limitsFor(category).map(named),
]

/**
 * The limits that run on while a case of this subject is mediated.
 * @param category null where a page must not show the subject (rules.md R49): then the same for all
 */
export const runningLimits = (category: Category | null): RemainingWay[] =>
  (category === null ? county.limits.filter(({ id }) => forAll.includes(id)) : limitsFor(category)).map(named)

const findLimit = (id: string): CaseLimit | undefined =>
  county.limits.find((candidate) => candidate.id === id)

/** A way by the id that the history stores; undefined if the county has removed it from its data. */
export const findWay = (id: string): RemainingWay | undefined => {
  const limit = findLimit(id)
  if (limit) return named(limit)
  const claim = county.untimed.find((candidate) => candidate.id === id)
  return claim && { ...claim, span: untimed }
}

/**
 * The last day of a way (民法典 201 to 203), as far as the days of the case tell it. A request to a mediation committee
 * interrupts a limitation of civil claims that has not expired (民法典 195, 诉讼时效规定 12); it is counted anew from the request,
 * which is the earliest that 民法典 195 allows. Other periods are not interrupted by it.
 * @returns null if no day is known to count from, or nothing limits the way
 */
export const endOfWay = (id: string, { asked, since }: WayDays): WayEnd | null => {
  const limit = findLimit(id)
  if (!limit) return null
  const known = since === null ? null : { from: since, renewed: false, ...lastOf(limit, since) }
  if (limit.breaks !== 'civil' || asked === null) return known
  // What had expired before the request does not begin again.
  if (known && known.day < asked) return known
  return { from: asked, renewed: true, ...lastOf(limit, asked) }
}

const lastOf = (limit: CaseLimit, from: Day): LastDay => {
  const { day, provisional } = countLimit(from, limit)
  return { day, provisional }
}
