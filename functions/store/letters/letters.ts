import { letterNumberOf } from '#domain/filing/letter-number.ts'
import type { Keys } from '#keys'
import type { Base } from '#store/base.ts'
import { type EventRow, eventSql, type HeadRow, type KeyRow, keySql, toCase } from '#store/case-rows.ts'
import { type MarkRow, marksIn, marksSql } from '#store/guesses.ts'
import type { LetterPrintStore, LetterStore } from '#store/ports/letters.ts'

/** The number on a letter of invitation: derived by a key, found by a keyed fingerprint. */

/** The number for the words of one event of a case, which its own number names. */
export const numberOf = async (keys: Keys, caseNumber: string, seq: number): Promise<string> =>
  letterNumberOf(await keys.mac('letter-number', `${caseNumber}:${seq}`))

/** What is stored of a number. */
export const markOf = (keys: Keys, number: string): Promise<string> => keys.mac('letter-mark', number)

interface LetterRow extends HeadRow {
  party: number
  seq: number
}

const valid = 'hash = ?1 AND expires_at > ?2'
const letterSql = `SELECT c.id AS id, c.number AS number, c.subject AS subject, c.filed_at AS filed_at, l.party AS party, l.seq AS seq FROM letter_number l JOIN cases c ON c.id = l.case_id WHERE l.${valid.replace(' AND ', ' AND l.')}`
const ofLetter = `(SELECT case_id FROM letter_number WHERE ${valid})`
const theirs = `('party:' || (SELECT party FROM letter_number WHERE ${valid}))`

export const letterPrinting = ({ keys }: Base): LetterPrintStore => ({
  letterNumber: (caseNumber, seq) => numberOf(keys, caseNumber, seq),
})

export const letters = ({ d1, keys }: Base): Pick<LetterStore, 'byLetter'> => {
  const ofNumber = [
    letterSql,
    eventSql(`= ${ofLetter}`, 'NULL'),
    `${keySql(ofLetter)} AND scope = ${theirs}`,
  ].map((sql) => d1.prepare(sql))
  const marks = d1.prepare(marksSql)
  return {
    async byLetter(number, now, from) {
      const [hash, own] = await Promise.all([markOf(keys, number), keys.mac('guess-mark', from.own)])
      const [heads, rows, keyRows, markRows] = await d1.batch([
        ...ofNumber.map((statement) => statement.bind(hash, now)),
        marks.bind(own, now),
      ])
      const [head] = (heads?.results ?? []) as LetterRow[]
      const found = head && {
        stored: toCase(keys, head, (rows?.results ?? []) as EventRow[], (keyRows?.results ?? []) as KeyRow[]),
        party: head.party,
        seq: head.seq,
      }
      return { found: found ?? null, marks: marksIn((markRows?.results ?? []) as MarkRow[], own) }
    },
  }
}
