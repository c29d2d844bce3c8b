import { callOneIn } from '#domain/basics/bounds.ts'
import type { Random } from '#domain/basics/random.ts'
import type { CaseState } from '#domain/history/case-state.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { callerAbove, lookersAbove, type TaskUnit } from './units-above.ts'

/**
 * What a rating asks of units (docs/adr/0038-ratings.md). A case that a unit of the county has asks for nothing: nobody is
 * above it, and what danger cases lack, every case at the county lacks (rules.md R49). Danger itself decides nothing.
 */

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
