import type { GivenRating } from '#domain/following/rating.ts'
import type { RatingPeriod, RatingResult } from '#domain/words/ratings.ts'
import { openWith, type SealingKey } from '#keys'
import { type Blob, toBytes } from '#store/bytes.ts'

/** What the holder of a code has answered, read with their case and for nobody else. */

export interface GivenRow {
  ended_seq: number
  period: RatingPeriod
  result: RatingResult
  treated: number
  sealed: Blob | null
  answered_at: number
  called_at: number | null
}

/** Binds a sealed line to its case and period. */
export const ratingContext = (caseId: string, endedSeq: number, period: RatingPeriod): string =>
  `${caseId}/rating/${endedSeq}/${period}`

/** SQL for the ratings of a case; only its complainant rates. */
export const givenSql = (caseId: string, party: string): string =>
  `SELECT ended_seq, period, result, treated, sealed, answered_at, (SELECT max(done_at) FROM rating_task t WHERE t.case_id = r.case_id AND t.kind = 'call') AS called_at FROM case_rating r WHERE case_id = ${caseId} AND ${party} = 'party:1'`

/** The answers of rows; a line whose key is gone is empty. */
export const toGiven = (
  caseId: string,
  key: Promise<SealingKey | null>,
  rows: GivenRow[],
): Promise<GivenRating[]> =>
  Promise.all(
    rows.map(async ({ ended_seq: endedSeq, period, result, treated, sealed, ...row }) => {
      const opened = sealed && (await key)
      const plain =
        opened && (await openWith(opened, toBytes(sealed), ratingContext(caseId, endedSeq, period)))
      return {
        ...{ endedSeq, period, result, treated, answeredAt: row.answered_at, calledAt: row.called_at },
        text: plain ? new TextDecoder().decode(plain) : '',
      }
    }),
  )
