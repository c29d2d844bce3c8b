import { charactersAtOnce, shownAtOnce } from '#domain/basics/bounds.ts'
import { codePoints } from '#domain/basics/normalise.ts'

/** A long case is read in pieces: the newest messages and steps, and from there on the older ones. */

/** Numbers of the oldest message and step that were shown; 0 if there is no older one. */
export interface Shown {
  messages: number
  steps: number
}

interface Numbered {
  seq: number
}

const newestFirst: Shown = { messages: Number.MAX_SAFE_INTEGER, steps: Number.MAX_SAFE_INTEGER }

/** Where to go on from, as it is in an address and in the API. */
const beforeText = ({ messages, steps }: Shown): string => `${messages}.${steps}`

/** Reads such a place; anything else begins with the newest. */
export const readBefore = (text: string): Shown => {
  const [, messages, steps] = /^(\d{1,9})\.(\d{1,9})$/.exec(text) ?? []
  return messages && steps ? { messages: Number(messages), steps: Number(steps) } : newestFirst
}

/** The newest of a list, in its order, that are older than the event `before`. */
export const newest = <T extends Numbered>(items: readonly T[], before: number): T[] =>
  items.filter(({ seq }) => seq < before).slice(-shownAtOnce)

/** The newest messages that fit on a page together, at least one. */
export const fitting = <T extends { text: string }>(messages: readonly T[]): T[] => {
  let left = charactersAtOnce
  const from = messages.findLastIndex(({ text }) => {
    left -= codePoints(text)
    return left < 0
  })
  return messages.slice(Math.min(from + 1, Math.max(0, messages.length - 1)))
}

const oldest = (shown: readonly Numbered[], all: readonly Numbered[], before: number): number => {
  const from = shown[0]?.seq ?? before
  return all.some(({ seq }) => seq < from) ? from : 0
}

/**
 * Where the older messages and steps go on.
 * @param before where these began
 * @returns null if there are none
 */
export const olderThan = (
  shown: { messages: readonly Numbered[]; steps: readonly Numbered[] },
  all: { messages: readonly Numbered[]; steps: readonly Numbered[] },
  before: Shown,
): string | null => {
  const messages = oldest(shown.messages, all.messages, before.messages)
  const steps = oldest(shown.steps, all.steps, before.steps)
  return messages + steps > 0 ? beforeText({ messages, steps }) : null
}
