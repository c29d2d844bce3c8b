import type { NamedComparison } from '#domain/content/comparison.ts'
import { pages } from '#domain/routes/site.ts'
import { library } from '#generated/library.ts'

/** Comparisons, for the pages. */

/** URL of a comparison, by id. */
export const comparisonPath = (id: string): string => `${pages.compare.path}${id}/`

/** The comparisons that serve a lesson, a situation or a letter, by its id. */
export const comparisonsFor = (field: 'lessons' | 'situations' | 'letters', id: string): NamedComparison[] =>
  library.comparisons.filter((one) => one[field].includes(id))
