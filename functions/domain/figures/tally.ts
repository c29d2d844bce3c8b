import type { CaseState } from '#domain/history/case-state.ts'
import type { About } from '#domain/words/about.ts'
import type { Dim, Increment, Measure } from './measures.ts'

/** The rows of a day, summed from increments. */

/** A row of `figure` without its period. */
export interface FigureRow {
  dim: Dim
  unit: string
  about: About
  measure: Measure
  key: string
  value: number
  n: number
}

const dimsOf = ({ category, track }: Pick<CaseState, 'category' | 'track'>): [Dim, string][] => [
  ['all', ''],
  ['category', category],
  ['track', track],
]

/** The key of what was entered later: the measure in the whole, otherwise the category or track before it. */
const lateKey = (name: string, measure: Measure): string => (name ? `${name} ${measure}` : measure)

/** What of a case decides under what it is counted. */
type CountedState = Pick<CaseState, 'category' | 'track' | 'about'>

/** True for what was entered later under a category or a track, which is counted since `figure_closed` has a mark `late`. */
export const isLateByKey = ({ dim, measure }: Pick<FigureRow, 'dim' | 'measure'>): boolean =>
  measure === 'late' && dim !== 'all'

/** Sums rows that differ in nothing but their number. */
export const tally = () => {
  const rows = new Map<string, FigureRow>()
  const put = ({ n, ...row }: FigureRow): void => {
    const id = Object.values(row).join(' ')
    const found = rows.get(id)
    if (found) found.n += n
    else rows.set(id, { ...row, n })
  }
  return {
    put,
    /** Adds what a case counts for: in the whole, under its category and under its track. */
    add({ about, ...state }: CountedState, increments: readonly Increment[]): void {
      for (const { key, ...increment } of increments)
        for (const [dim, name] of dimsOf(state))
          put({ ...increment, dim, about, key: key ? lateKey(name, key) : name })
    },
    rows: (): FigureRow[] => [...rows.values()],
  }
}

export type Tally = ReturnType<typeof tally>
