import { guessesPerAddress } from '#domain/basics/bounds.ts'
import type { FollowingStore, GuessMarks } from '#store/ports/following.ts'
import type { Base } from './base.ts'

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

const again =
  'ON CONFLICT (key) DO UPDATE SET failures = CASE WHEN expires_at > ?2 THEN failures + 1 ELSE 1 END, expires_at = CASE WHEN expires_at > ?2 THEN expires_at ELSE ?3 END RETURNING key, failures'
const countSql = `INSERT INTO guess_mark (key, failures, expires_at) VALUES (?1, 1, ?3) ${again}`
// The network's own count has just been raised in the same batch: beyond its share it adds nothing to the total.
const totalSql = `INSERT INTO guess_mark (key, failures, expires_at) SELECT '${total}', 1, ?3 WHERE (SELECT failures FROM guess_mark WHERE key = ?1) <= ${guessesPerAddress} ${again}`

// A number that names no case makes no row: who makes numbers up must not fill the table.
const caseSql = `INSERT INTO guess_mark (key, failures, expires_at) SELECT ?1, 1, ?3 WHERE EXISTS (SELECT 1 FROM cases WHERE number = ?4) ${again}`

export const guessing = ({ d1, keys }: Base): Pick<FollowingStore, 'countGuess'> => ({
  async countGuess({ own: address, shared: network }, caseNumber, now, expiresAt) {
    const own = await keys.mac('guess-mark', address)
    const counted = (sql: string, key: string) => d1.prepare(sql).bind(key, now, expiresAt)
    if (caseNumber !== null) {
      const number = await keys.mac('guess-mark', `number ${caseNumber}`)
      const [rows, ofCase] = await d1.batch<MarkRow>([
        counted(countSql, own),
        d1.prepare(caseSql).bind(number, now, expiresAt, caseNumber),
      ])
      return { ...marksIn(rows?.results ?? [], own), oneCase: ofCase?.results[0]?.failures ?? 0 }
    }
    const share = await keys.mac('guess-mark', `network ${network}`)
    const answers = await d1.batch<MarkRow>([
      counted(countSql, own),
      counted(countSql, share),
      counted(totalSql, share),
      d1.prepare(marksSql).bind(own, now),
    ])
    return marksIn(answers.at(-1)?.results ?? [], own)
  },
})
