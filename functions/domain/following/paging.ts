import { charactersAtOnce, lengths, shownAtOnce } from '#domain/basics/bounds.ts'
import { codePoints } from '#domain/basics/normalise.ts'

/**
 * A long case is read in pieces: the newest messages and steps, and from there on the older ones. Places are counted, not
 * named by the numbers of events: gaps in those would tell of events that nobody but staff may know of (rules.md R49).
 */

/** How many messages and steps are older than a place. */
interface Older {
  messages: number
  steps: number
}

const all: Older = { messages: Number.MAX_SAFE_INTEGER, steps: Number.MAX_SAFE_INTEGER }

/** Reads a place, as an address or a call of the API has it; anything else begins with the newest. */
export const readBefore = (text: string): Older => {
  const [, messages, steps] = /^(\d{1,9})\.(\d{1,9})$/.exec(text) ?? []
  return messages && steps ? { messages: Number(messages), steps: Number(steps) } : all
}

/** The newest of the first `older` items of a list, which only grows at its end. */
export const newest = <T>(items: readonly T[], older: number): T[] =>
  items.slice(0, older).slice(-shownAtOnce)

/**
 * The newest messages that fit on a page together, at least one.
 * @param beside characters that the page shows besides
 */
export const fitting = <T extends { text: string }>(messages: readonly T[], beside = 0): T[] => {
  let left = charactersAtOnce - beside
  const from = messages.findLastIndex(({ text }) => {
    left -= codePoints(text)
    return left < 0
  })
  return messages.slice(Math.min(from + 1, Math.max(0, messages.length - 1)))
}

/**
 * The same with a message that is shown above them: it weighs nothing more if it is one of them, and is left out (null)
 * where it would not fit beside a single long one.
 */
export const fittingWith = <T extends { text: string }>(
  messages: readonly T[],
  above: T | undefined,
): { messages: T[]; above: T | null } => {
  const alone = fitting(messages)
  if (!above || alone.includes(above)) return { messages: alone, above: above ?? null }
  const size = codePoints(above.text)
  const beside = fitting(messages, size)
  const whole = beside.reduce((sum, { text }) => sum + codePoints(text), size)
  return whole > lengths.reply ? { messages: alone, above: null } : { messages: beside, above }
}

/** The place where older messages and steps go on; null if there are none. */
export const placeOf = ({ messages, steps }: Older): string | null =>
  messages + steps > 0 ? `${messages}.${steps}` : null
