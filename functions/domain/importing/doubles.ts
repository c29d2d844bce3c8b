import { foldedName } from '#domain/basics/folded-name.ts'
import type { JudgedRow, TakenRow } from './judged-row.ts'

/** Rows that stand in a file twice, or that are here already. */

/** What is known of the rows of a file beside the file: by its line, each undefined if there is none. */
export interface Known {
  /** Number of the case as which exactly this row was imported. */
  imported: ReadonlyMap<number, string>
  /** Number of the case of an imported row that this one corrects. */
  corrects: ReadonlyMap<number, string>
  /** Number of a case that was filed for a person of this name on this day. */
  filed: ReadonlyMap<number, string>
}

/** A row with what came of it: to be imported, in doubt, imported before, or not imported. */
export type Outcome = 'fine' | 'doubtful' | 'done' | 'not'

export interface LookedAt extends JudgedRow {
  outcome: Outcome
  /** Number of its case, if it was imported before. */
  caseNumber?: string
}

/** Marks rows that are equal to an earlier one, and those of one person on one day. */
export const markDoubles = (
  rows: readonly JudgedRow[],
  keyOf: (row: JudgedRow & { taken: TakenRow }) => string,
): JudgedRow[] => {
  const whole = new Map<string, number>()
  const people = new Map<string, number>()
  return rows.map((row) => {
    const { taken, line } = row
    if (!taken) return row
    const key = keyOf({ ...row, taken })
    const same = whole.get(key)
    if (same !== undefined) return { ...row, not: { code: 'sameRow', line: same } }
    whole.set(key, line)
    if (!taken.name || !taken.registeredOn) return row
    const person = `${taken.unit} ${foldedName(taken.name)} ${taken.registeredOn}`
    const like = people.get(person)
    if (like === undefined) people.set(person, line)
    return like === undefined
      ? row
      : {
          ...row,
          doubts: [...row.doubts, { field: 'name', code: 'likeRow', typed: taken.name, taken: String(like) }],
        }
  })
}

/**
 * Says what becomes of each row.
 * @param takeDoubtful false if the person wants only the rows that are beyond doubt
 */
export const outcomesOf = (rows: readonly JudgedRow[], known: Known, takeDoubtful: boolean): LookedAt[] =>
  rows.map((row): LookedAt => {
    const { line } = row
    if (row.not) return { ...row, outcome: 'not' }
    const caseNumber = known.imported.get(line)
    // The number is empty if the reader may not open the case: it was imported all the same.
    if (caseNumber !== undefined) return { ...row, outcome: 'done', caseNumber }
    const corrects = known.corrects.get(line)
    if (corrects !== undefined) return { ...row, outcome: 'not', not: { code: 'differs', number: corrects } }
    const filed = known.filed.get(line)
    const doubts = filed
      ? [
          ...row.doubts,
          { field: 'name' as const, code: 'filedToo' as const, typed: row.taken?.name ?? '', taken: filed },
        ]
      : row.doubts
    if (doubts.length === 0) return { ...row, outcome: 'fine' }
    return takeDoubtful
      ? { ...row, doubts, outcome: 'doubtful' }
      : { ...row, doubts, outcome: 'not', not: { code: 'doubtful' } }
  })
