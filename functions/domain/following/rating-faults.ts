import type { Instant } from '#domain/basics/time.ts'
import { codeGivers } from '#domain/history/code-givers.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { resultOf } from '#domain/words/ends.ts'
import { ratingResultIds, treatedGrades } from '#domain/words/ratings.ts'
import { askedAt, changeableUntil, type GivenRating, periodEnds } from './rating.ts'

/** A row of `case_rating` without its sealed line. */
export interface RatingRow
  extends Pick<GivenRating, 'endedSeq' | 'period' | 'result' | 'treated' | 'answeredAt'> {
  unit: string
  registered: boolean
  askedAt: Instant
  changedAt: Instant
}

/**
 * The columns of a stored rating that cannot be right, given the history of its case. Which answer was given is in no
 * history: a row that was forged whole, or whose answer was changed in time, has none.
 */
export const ratingFaults = (events: readonly CaseEvent[], row: RatingRow): (keyof RatingRow)[] => {
  const end = events.find(({ seq, kind }) => seq === row.endedSeq && resultOf(kind))
  if (!end) return ['endedSeq']
  const asked = askedAt(end, row.period)
  const right: Partial<Record<keyof RatingRow, boolean>> = {
    unit: row.unit === end.unit,
    registered: row.registered === codeGivers(events, row.answeredAt).length > 0,
    askedAt: row.askedAt === asked,
    result: ratingResultIds.includes(row.result),
    treated: treatedGrades.some(({ grade }) => grade === row.treated),
    answeredAt: row.answeredAt >= asked && row.answeredAt < periodEnds(asked),
    changedAt: row.changedAt >= row.answeredAt && row.changedAt < changeableUntil(row.answeredAt),
  }
  return (Object.keys(right) as (keyof RatingRow)[]).filter((column) => !right[column])
}
