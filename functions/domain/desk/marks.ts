import { returnsIn } from '#domain/history/case-history.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { askedFromAbove } from './supervisions.ts'

/** What a head looks for among open cases and what more than one thing can be true of at once: kept in a list row as a sum. */
export const marks = { urged: 1, bounced: 2, supervised: 4 } as const

export type Mark = keyof typeof marks

export const markIds = Object.keys(marks) as Mark[]

/** From this number of returns on a case has gone back and forth between desks. */
const bouncing = 2

/** The marks of an open case, as a sum. */
export const marksIn = (events: CaseEvent[]): number => {
  const has: Record<Mark, boolean> = {
    urged: unansweredIn(events).some(({ kind }) => kind === 'urged'),
    bounced: returnsIn(events) >= bouncing,
    supervised: askedFromAbove(events).length > 0,
  }
  return markIds.reduce((sum, mark) => sum + (has[mark] ? marks[mark] : 0), 0)
}

const sums = Object.values(marks).reduce((sum, mark) => sum + mark, 0)

/** Every sum that has a mark, for the index of the lists. */
export const sumsWith = (mark: Mark): number[] =>
  Array.from({ length: sums }, (_, index) => index + 1).filter((sum) => (sum & marks[mark]) !== 0)
