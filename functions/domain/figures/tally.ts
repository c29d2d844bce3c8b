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
    add(state: Pick<CaseState, 'category' | 'track' | 'about'>, increments: readonly Increment[]): void {
      for (const { key, ...increment } of increments)
        if (key) put({ ...increment, dim: 'all', about: state.about, key })
        else
          for (const [dim, name] of dimsOf(state)) put({ ...increment, dim, about: state.about, key: name })
    },
    rows: (): FigureRow[] => [...rows.values()],
  }
}

export type Tally = ReturnType<typeof tally>
