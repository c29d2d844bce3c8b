import { type EventKind, eventKinds, eventRow } from './events.ts'
import { isEnded, isResult, type Status } from './statuses.ts'

/** The result an event of this kind brings a case to, or null: closing and merging a case are none. */
export const resultOf = (kind: EventKind): Status | null => {
  const { leadsTo } = eventRow(kind)
  return leadsTo && leadsTo !== 'back' && isResult(leadsTo) ? leadsTo : null
}

/** The kinds of event that bring a case to a result. */
export const endKinds = eventKinds.filter((kind) => resultOf(kind) !== null)

/** True if an event of this kind ends the case, with or without a result. */
export const endsCase = (kind: EventKind): boolean => {
  const { leadsTo } = eventRow(kind)
  return leadsTo !== undefined && leadsTo !== 'back' && isEnded(leadsTo)
}
