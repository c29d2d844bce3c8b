import { and, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { guessesPerAddress } from '#domain/basics/bounds.ts'
import type { FollowingStore, GuessMarks } from '#store/ports/following.ts'
import type { Base } from './base.ts'
import { countMark } from './marks.ts'
import { guessMark } from './schema.ts'

/**
 * Marks of guessing (rules.md R44), counted only for well-formed unknown codes, in one window. Addresses and case numbers
 * are stored as keyed fingerprints and swept after the window.
 */

const total = 'total'

export interface MarkRow {
  key: string
  failures: number
}

/** Marks of an address and of everybody; asked in the batch of the look-up. */
export const marksSql = `SELECT key, failures FROM guess_mark WHERE key IN (?1, '${total}') AND expires_at > ?2`

export const marksIn = (rows: MarkRow[], address: string): GuessMarks => {
  const of = (wanted: string) => rows.find((row) => row.key === wanted)?.failures ?? 0
  return { address: of(address), total: of(total) }
}

export const guessing = ({ db, keys }: Base): Pick<FollowingStore, 'countGuess'> => ({
  async countGuess({ own: address, shared: network }, caseNumber, now, expiresAt) {
    const own = await keys.mac('guess-mark', address)
    const count = (key: string, onlyIf?: SQL) => countMark(db, guessMark, { key, now, expiresAt }, onlyIf)
    if (caseNumber !== null) {
      const number = await keys.mac('guess-mark', `number ${caseNumber}`)
      // A number that names no case makes no row: who makes numbers up must not fill the table.
      const isCase = sql`EXISTS (SELECT 1 FROM cases WHERE number = ${caseNumber})`
      const [[ownMark], [caseMark]] = await db.batch([count(own), count(number, isCase)])
      return { address: ownMark?.count ?? 0, total: 0, oneCase: caseMark?.count ?? 0 }
    }
    const share = await keys.mac('guess-mark', `network ${network}`)
    // The network's own count has just been raised in the same batch: beyond its share it adds nothing to the total.
    const withinShare = sql`(SELECT failures FROM guess_mark WHERE key = ${share}) <= ${guessesPerAddress}`
    const [, , , rows] = await db.batch([
      count(own),
      count(share),
      count(total, withinShare),
      db
        .select({ key: guessMark.key, failures: guessMark.count })
        .from(guessMark)
        .where(and(inArray(guessMark.key, [own, total]), gt(guessMark.expiresAt, now))),
    ])
    return marksIn(rows, own)
  },
})
