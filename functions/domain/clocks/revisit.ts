import { revisitAgainDays, revisitDays, revisitTries } from '#domain/basics/bounds.ts'
import { addDays, dayOf, type Instant, startOfDay } from '#domain/basics/time.ts'
import { sinceReopened } from '#domain/history/case-history.ts'
import { type CaseEvent, complainant, erases } from '#domain/history/events.ts'
import type { RevisitFound } from '#domain/words/revisits.ts'

/** The revisit (回访) after an agreement: somebody of the desk asks whether it is kept. */

/** What was found, and what is still to do. */
export interface Revisit {
  /** When the next try is due; null if none is: it was done, or tried often enough. */
  dueAt: Instant | null
  /** Tries that reached nobody. */
  tries: number
  /** What the last one found; null before the first. */
  found: RevisitFound | null
}

/**
 * The revisit of the agreement that holds now; null without one, and once the complainant was erased, whom nobody can ask.
 * A reopened case begins anew.
 */
export const revisitIn = (events: readonly CaseEvent[]): Revisit | null => {
  if (events.some((event) => erases(event, complainant))) return null
  const latest = sinceReopened(events)
  const place = latest.findLastIndex(({ kind }) => kind === 'settled')
  const settled = latest[place]
  if (!settled) return null
  const done = latest.slice(place).filter(({ kind }) => kind === 'revisited')
  const last = done.at(-1)
  const tries = done.filter(({ data }) => data.kept === 'unreached').length
  const found = last?.data.kept ?? null
  const ends = last !== undefined && (found !== 'unreached' || tries >= revisitTries)
  const from = last ? dayOf(last.at) : (settled.data.effectiveOn ?? dayOf(settled.at))
  const dueAt = ends ? null : startOfDay(addDays(from, last ? revisitAgainDays : revisitDays))
  return { dueAt, tries, found }
}

/** True if somebody of the desk is to make a revisit now. */
export const isRevisitDue = (events: readonly CaseEvent[], now: Instant): boolean => {
  const dueAt = revisitIn(events)?.dueAt ?? null
  return dueAt !== null && dueAt <= now
}

/** True if the last revisit found that what was agreed is not kept, or only partly. */
export const isUnkept = (events: readonly CaseEvent[]): boolean => {
  const found = revisitIn(events)?.found
  return found === 'not' || found === 'partly'
}
