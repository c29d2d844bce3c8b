import { lengths } from '#domain/basics/bounds.ts'
import { readText } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { sinceReopened } from '#domain/history/case-history.ts'
import type { CaseEvent, Side } from '#domain/history/events.ts'
import { resultOf } from '#domain/words/ends.ts'
import { mayWrite } from './writing.ts'

/**
 * Objecting (不满意): after a result the holder asks for a look by the unit above, once for each end. It stops no period.
 * At the county nobody is above, whatever the case is about (rules.md R49).
 */

/**
 * Why nothing can be objected to: only the complainant can; there is no result, or it was the holder's own wish; it was objected to; it is too long
 * ago; or nobody is above the desk.
 */
export type ObjectionFault = 'side' | 'open' | 'already' | 'late' | 'county'

/** Why the holder cannot object now; null if they can. */
export const objectionFault = (
  events: CaseEvent[],
  above: string | null,
  now: Instant,
  side: Side,
): ObjectionFault | null => {
  if (side === 'other') return 'side'
  const latest = sinceReopened(events)
  // There is one end at most: only reopening leads out of it.
  const end = latest.find(({ kind }) => resultOf(kind))
  if (!end || end.kind === 'withdrawn') return 'open'
  // The way outside is open for as long as its own periods run.
  if (above === null) return 'county'
  if (latest.some(({ kind }) => kind === 'objected')) return 'already'
  return mayWrite(events, now) ? null : 'late'
}

/** Reads what the holder wrote. */
export const readObjection = (typed: string): Result<string, 'required' | 'tooLong'> => {
  const text = readText(typed, lengths.objection)
  if (text === null) return fail('tooLong')
  return text === '' ? fail('required') : ok(text)
}
