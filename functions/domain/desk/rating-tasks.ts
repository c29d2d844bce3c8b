import { callOneIn } from '#domain/basics/bounds.ts'
import type { Random } from '#domain/basics/random.ts'
import type { Unit } from '#domain/content/regions.ts'
import type { CaseState } from '#domain/history/case-state.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { pathOf, unit, unitOf } from '#domain/places/areas.ts'
import type { About } from '#domain/words/about.ts'
import { mayHold } from './access.ts'

/**
 * What a rating asks of units (docs/adr/0038-ratings.md). A case that a unit of the county has asks for nothing: nobody is
 * above it, and what danger cases lack, every case at the county lacks (rules.md R49). Danger itself decides nothing.
 */

/** Kinds of unit that look into the work of a unit below, in order; a petition office sees its own cases only. */
const lookers = ['centre', 'government-office', 'people-mediation-committee'] as const

/** The unit one level above a desk that may know of the case; null at the county. */
const unitAbove = (desk: string, about: About): Unit | null => {
  for (const { id } of pathOf(unit(desk).area).slice(1))
    for (const kind of lookers) {
      const found = unitOf(id, kind)
      if (found && mayHold(found.id, about)) return found
    }
  return null
}

/** The unit that calls people back for the whole county; null if it handled the case, or must not know of it. */
const callingUnit = (desk: string, about: About): Unit | null => {
  const [, ...above] = pathOf(unit(desk).area)
  const top = above.at(-1)
  const centre = top && unitOf(top.id, 'centre')
  return centre && mayHold(centre.id, about) ? centre : null
}

/** The facts of a case on which its tasks depend. */
type Facts = Pick<CaseState, 'about' | 'level'>

/** Where a low rating of a case that ended at `desk` opens a look; null if nowhere. */
export const lookAt = (desk: string, { about, level }: Facts): string | null =>
  level === 'county' ? null : (unitAbove(desk, about)?.id ?? null)

/** Draws one rating in `callOneIn`, with 32 bits of the random port. */
export const isDrawn = (random: Random): boolean => {
  const [one = 0, two = 0, three = 0, four = 0] = random(4)
  return ((one << 24) | (two << 16) | (three << 8) | four) >>> 0 < 2 ** 32 / callOneIn
}

/** Which unit calls the holder if their rating is drawn; nobody calls a person without a name and a telephone. */
export const callAt = (desk: string, { about, level }: Facts, events: readonly CaseEvent[]): string | null =>
  level === 'county' || events[0]?.data.anonymous ? null : (callingUnit(desk, about)?.id ?? null)
