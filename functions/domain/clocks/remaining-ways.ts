import type { Category } from '#domain/words/categories.ts'
import { county } from '#generated/county.ts'
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

const untimed = '不受时效限制'

/** The ways of a subject: first the claims that time does not bar, then those with a last day. */
export const waysOf = (category: Category): RemainingWay[] => [
  ...county.untimed.filter(({ ways }) => ways.includes(category)).map((way) => ({ ...way, span: untimed })),
  ...county.limits
    .filter(({ ways }) => ways?.includes(category) || ways?.length === 0)
    .map((limit) => ({ ...limit, span: spanOf(limit) })),
]

/** A way by the id that the history stores; undefined if the county has removed it from its data. */
export const findWay = (id: string): RemainingWay | undefined => {
  const limit = county.limits.find((candidate) => candidate.id === id)
  if (limit) return { ...limit, span: spanOf(limit) }
  const claim = county.untimed.find((candidate) => candidate.id === id)
  return claim && { ...claim, span: untimed }
}
