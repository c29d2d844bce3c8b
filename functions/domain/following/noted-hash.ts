import { normaliseWidth } from '#domain/basics/normalise.ts'
import type { CaseEvent } from '#domain/history/events.ts'

/** A hash that somebody wrote down earlier, held against the history as it is now. */

/** From so many digits on nobody makes a row whose hash begins alike; four groups, which can be typed. */
const enough = 16

/**
 * Whether a hash that was written down is that of a row of the history; its first sixteen digits do.
 * @param typed with spaces or without; o, i and l are read as the digits that they are taken for
 * @returns `unreadable` if it is no such hash
 */
export const notedIn = (events: readonly CaseEvent[], typed: string): 'known' | 'unknown' | 'unreadable' => {
  const digits = normaliseWidth(typed)
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  if (!/^[0-9a-f]+$/.test(digits) || digits.length < enough || digits.length > 64) return 'unreadable'
  return events.some(({ hash }) => hash.startsWith(digits)) ? 'known' : 'unknown'
}
