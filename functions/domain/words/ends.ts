import { type EventKind, eventKinds, eventRow } from './events.ts'
import { isResult, type Status } from './statuses.ts'

/** The result an event of this kind brings a case to, or null: closing and merging a case are none. */
export const resultOf = (kind: EventKind): Status | null => {
  const { leadsTo } = eventRow(kind)
  return leadsTo && leadsTo !== 'back' && isResult(leadsTo) ? leadsTo : null
}

/** The kinds of event that bring a case to a result. */
export const endKinds = eventKinds.filter((kind) => resultOf(kind) !== null)
