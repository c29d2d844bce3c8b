import { lengths, ratingChange, ratingWindow, revisitWeek } from '#domain/basics/bounds.ts'
import { readLine } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { endOfDay, type Instant } from '#domain/basics/time.ts'
import { sinceReopened } from '#domain/history/case-history.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { resultOf } from '#domain/words/ends.ts'
import {
  type RatingPeriod,
  type RatingResult,
  ratingPeriodIds,
  ratingResultIds,
  treatedGrades,
} from '#domain/words/ratings.ts'

/**
 * Rating a case (docs/adr/0038-ratings.md): when its holder is asked, what they answer, and until when they can change
 * it. Nothing here depends on danger or on the person the case is about (rules.md R49, R50).
 */

/** What the holder of a code answers. */
export interface Rating {
  result: RatingResult
  /** How they were treated: 1, very badly, to 5, very well. */
  treated: number
  /** One line in their own words; empty if they wrote none. */
  text: string
}

/** A stored answer. */
export interface GivenRating extends Rating {
  /** Number of the event that ended the case. */
  endedSeq: number
  period: RatingPeriod
  answeredAt: Instant
  /** When the county last called about the case, or null. */
  calledAt: Instant | null
}

/** A period in which the holder can answer, or change what they answered. */
export interface RatingChance {
  endedSeq: number
  period: RatingPeriod
  /** When the period began; figures count the answer in the quarter of this instant. */
  askedAt: Instant
  /** The unit whose result is rated. */
  unit: string
  given: GivenRating | null
  /** The first instant at which it is too late to answer or to change. */
  until: Instant
}

/**
 * The event that ended the case since it was last reopened. There is none while the case is open, nor if it goes on in
 * another: merging is no result.
 */
const endIn = (events: readonly CaseEvent[]): CaseEvent | undefined =>
  sinceReopened(events).find(({ kind }) => resultOf(kind))

/** When a period begins: with the result, or when the first period has lasted. */
export const askedAt = (end: Pick<CaseEvent, 'at'>, period: RatingPeriod): Instant =>
  end.at + ratingPeriodIds.indexOf(period) * ratingWindow

/** The first instant at which it is too late to answer for the first time, given when the period began. */
export const periodEnds = (asked: Instant): Instant => endOfDay(asked + ratingWindow)

/** The first instant at which it is too late to change an answer: the page names a day, and that day is a whole one. */
export const changeableUntil = (answeredAt: Instant): Instant => endOfDay(answeredAt + ratingChange)

/**
 * What the holder can rate at `now`: an answer that can still be changed goes before the period that follows. Not
 * in the week after the county has called, when they would answer to the person who has just spoken with them.
 */
export const ratingChance = (
  events: readonly CaseEvent[],
  given: readonly GivenRating[],
  now: Instant,
): RatingChance | null => {
  const end = endIn(events)
  if (!end) return null
  if (given.some(({ calledAt }) => calledAt !== null && now < calledAt + revisitWeek)) return null
  const chances = ratingPeriodIds.map((period): RatingChance => {
    const asked = askedAt(end, period)
    const own = given.find((one) => one.endedSeq === end.seq && one.period === period) ?? null
    const until = own ? changeableUntil(own.answeredAt) : periodEnds(asked)
    return { endedSeq: end.seq, period, askedAt: asked, unit: end.unit, given: own, until }
  })
  return chances.find((chance) => now >= chance.askedAt && now < chance.until) ?? null
}

/** A low rating asks for a look one level up. */
export const isLow = ({ result, treated }: Pick<Rating, 'result' | 'treated'>): boolean =>
  result === 'not' || treated <= 2

export type RatingFault = { field: 'result' | 'treated' | 'text'; code: 'required' | 'choice' | 'tooLong' }

/** A grade: the value of a radio button, or the number that a program sends. Nobody types one. */
const treatedIn = (value: unknown): number | undefined =>
  treatedGrades.find(({ grade }) => value === grade || value === String(grade))?.grade

const isNone = (value: unknown): boolean => (value ?? '') === ''

/** Reads an answer as a form or a program sent it; every field that is wrong is named. */
export const readRating = (fields: {
  result: unknown
  treated: unknown
  text: unknown
}): Result<Rating, RatingFault[]> => {
  const faults: RatingFault[] = []
  const result = ratingResultIds.find((id) => id === fields.result)
  if (!result) faults.push({ field: 'result', code: isNone(fields.result) ? 'required' : 'choice' })
  const treated = treatedIn(fields.treated)
  if (!treated) faults.push({ field: 'treated', code: isNone(fields.treated) ? 'required' : 'choice' })
  const typed = fields.text ?? ''
  const text = typeof typed === 'string' ? readLine(typed, lengths.rating) : null
  if (text === null) faults.push({ field: 'text', code: typeof typed === 'string' ? 'tooLong' : 'choice' })
  return result && treated && text !== null ? ok({ result, treated, text }) : fail(faults)
}
