import { callOneIn } from '#domain/basics/bounds.ts'
import type { Random } from '#domain/basics/random.ts'
import type { Unit } from '#domain/content/regions.ts'
import type { CaseState } from '#domain/history/case-state.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { pathOf, unit, unitOf } from '#domain/places/areas.ts'
import type { About } from '#domain/words/about.ts'
import { mayHold, reachOf } from './access.ts'

/**
 * What a rating asks of units (docs/adr/0038-ratings.md). A case that a unit of the county has asks for nothing: nobody is
 * above it, and what danger cases lack, every case at the county lacks (rules.md R49). Danger itself decides nothing.
 */

/** Kinds of unit that look into the work of a unit below, in order; a petition office sees its own cases only. */
const lookers = ['centre', 'government-office', 'people-mediation-committee'] as const

/** A unit that a task can go to, and the area whose cases it sees. */
export interface TaskUnit {
  unit: string
  area: string
}

/** The unit of an area that looks into cases below it, if it may know of the case. */
const lookerOf = (areaId: string, about: About): TaskUnit[] =>
  lookers
    .flatMap((kind) => unitOf(areaId, kind) ?? [])
    .filter((found) => reachOf(found) !== 'own' && mayHold(found.id, about))
    .slice(0, 1)
    .map(({ id, area }) => ({ unit: id, area }))

/** Units of each level above a desk that look into cases below them and may know of the case, lowest first. */
const lookersAbove = (desk: string, about: About): TaskUnit[] =>
  pathOf(unit(desk).area)
    .slice(1)
    .flatMap(({ id }) => lookerOf(id, about))

/** The unit above a desk that may know of the case; null at the county, whatever the case is about (rules.md R49). */
export const unitAbove = (desk: string, about: About): Unit | null => {
  const [first] = lookersAbove(desk, about)
  return first ? unit(first.unit) : null
}

/** The unit that calls people back for the whole county; none if it handled the case, or must not know of it. */
const callerAbove = (desk: string, about: About): TaskUnit[] => {
  const [, ...above] = pathOf(unit(desk).area)
  return above.slice(-1).flatMap(({ id }) => lookerOf(id, about))
}

/** The facts of a case on which its tasks depend. */
type Facts = Pick<CaseState, 'about' | 'level'>

/**
 * Where a low rating of a case that ended at `desk` opens a look: a unit of each level above it, lowest first. The first
 * that can open the case has the look, so that a case which is moved takes its look along. Empty: it opens none.
 */
export const looksAt = (desk: string, { about, level }: Facts): TaskUnit[] =>
  level === 'county' ? [] : lookersAbove(desk, about)

/** Draws one rating in `callOneIn`, with 32 bits of the random port. */
export const isDrawn = (random: Random): boolean =>
  random(4).reduce((drawn, byte) => drawn * 256 + byte, 0) < 2 ** 32 / callOneIn

/** Which unit calls the holder if their rating is drawn; nobody calls a person without a name and a telephone. */
export const callsAt = (desk: string, { about, level }: Facts, events: readonly CaseEvent[]): TaskUnit[] =>
  level === 'county' || events[0]?.data.anonymous ? [] : callerAbove(desk, about)
