import type { Day, Instant } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { endsCase } from '#domain/words/ends.ts'
import { scopesOfCase, scopesOfUnit } from './access.ts'

/**
 * 督办: a written question of a unit above, with a day for the answer, to whichever desk has the case (信访工作条例 40). It
 * stands in the case and travels with it, so nobody reads it who does not see the case. It ends with its answer, with the
 * case, and where the unit that asked no longer looks into the case from above.
 */

/** A question that a unit above has put to the desk. */
export interface Supervision {
  /** Number of its event. */
  seq: number
  /** The unit that asked. */
  by: string
  askedAt: Instant
  answerBy: Day
  /** The answer; null while there is none. */
  answer: CaseEvent | null
}

/** True if the unit sees, from above, a case about `about` on that desk. */
const looksInto = (by: string, desk: string, about: CaseEvent['data']['about'] = 'none'): boolean => {
  if (by === desk) return false
  const listed = { unit: desk, about, cohandlers: [], assignee: null, recused: [] }
  const own = new Set<string>(scopesOfUnit(by))
  return scopesOfCase(listed).some((scope) => own.has(scope))
}

/** The questions of units above in the order in which they were asked, answered or in force; those that ended without an answer are left out. */
export const supervisionsIn = (events: readonly CaseEvent[]): Supervision[] => {
  const about = events[0]?.data.about
  return events.flatMap((asked, index) => {
    const { kind, seq, acting: by, at, data } = asked
    if (kind !== 'supervised' || !data.answerBy) return []
    const since = events.slice(index)
    const answer = since.find((event) => event.data.supervision === seq) ?? null
    const ended = since.some((event) => endsCase(event.kind) || !looksInto(by, event.unit, about))
    if (!answer && ended) return []
    return [{ seq, by, askedAt: at, answerBy: data.answerBy, answer }]
  })
}

/** The questions that wait for an answer of the desk. */
export const askedFromAbove = (events: readonly CaseEvent[]): Supervision[] =>
  supervisionsIn(events).filter(({ answer }) => answer === null)
