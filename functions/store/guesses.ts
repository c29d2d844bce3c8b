import { and, inArray, type SQL, sql } from 'drizzle-orm'
import { guessesPerAddress, guessWindow, minute } from '#domain/basics/bounds.ts'
import type { FollowingStore, GuessMarks } from '#store/ports/following.ts'
import { isAlive } from './alive.ts'
import type { Base } from './base.ts'
import { countMark } from './marks.ts'
import { guessMark } from './schema.ts'

/**
 * Counts guessed codes (rules.md R44): only well-formed unknown codes, within one time window. Addresses and case
 * numbers are stored as keyed fingerprints and deleted after the window.
 */

const total = 'total'

export interface MarkRow {
  key: string
  failures: number
}

/** SQL for the counts of one address and of all addresses; runs in the batch that looks up the code. */
export const marksSql = `SELECT key, failures FROM guess_mark WHERE key IN (?1, '${total}') AND expires_at > ?2 AND expires_at <= ?2 + ${guessWindow + minute}`

export const marksIn = (rows: MarkRow[], address: string): GuessMarks => {
  const of = (wanted: string) => rows.find((row) => row.key === wanted)?.failures ?? 0
  return { address: of(address), total: of(total) }
}

export const guessing = ({ db, keys }: Base): Pick<FollowingStore, 'countGuess' | 'guessesAt'> => ({
  async guessesAt({ own: address }, caseNumber, now) {
    const wanted = [address, `number ${caseNumber}`].map((mark) => keys.mac('guess-mark', mark))
    const [own = '', ofCase = ''] = await Promise.all(wanted)
    const rows = await db
      .select({ key: guessMark.key, failures: guessMark.count })
      .from(guessMark)
      .where(and(inArray(guessMark.key, [own, ofCase]), isAlive(guessMark.expiresAt, now, guessWindow)))
    return { ...marksIn(rows, own), oneCase: marksIn(rows, ofCase).address }
  },

  async countGuess({ own: address, shared: network }, caseNumber, now, expiresAt) {
    const own = await keys.mac('guess-mark', address)
    const count = (key: string, onlyIf?: SQL) => countMark(db, guessMark, { key, now, expiresAt }, onlyIf)
    if (caseNumber !== null) {
      const number = await keys.mac('guess-mark', `number ${caseNumber}`)
      // An unknown case number makes no row, so that made-up numbers cannot fill the table.
      const isCase = sql`EXISTS (SELECT 1 FROM cases WHERE number = ${caseNumber})`
      const [[ownMark], [caseMark]] = await db.batch([count(own), count(number, isCase)])
      return { address: ownMark?.count ?? 0, total: 0, oneCase: caseMark?.count ?? 0 }
    }
    const share = await keys.mac('guess-mark', `network ${network}`)
    // The same batch has just raised the network's count; once its share is used up, it adds nothing to the total.
    const withinShare = sql`(SELECT failures FROM guess_mark WHERE key = ${share}) <= ${guessesPerAddress}`
    const [, , , rows] = await db.batch([
      count(own),
      count(share),
      count(total, withinShare),
      db
        .select({ key: guessMark.key, failures: guessMark.count })
        .from(guessMark)
        .where(and(inArray(guessMark.key, [own, total]), isAlive(guessMark.expiresAt, now, guessWindow))),
    ])
    return marksIn(rows, own)
  },
})
