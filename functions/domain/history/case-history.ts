import { type EventKind, eventRow } from '#domain/words/events.ts'
import { isEnded } from '#domain/words/statuses.ts'
import type { CaseEvent } from './events.ts'

/** What a history says of itself: where the case came from, who shares it, who has it in hand, what is asked. */

/** The event by which the case came to the desk it lies on; null while it lies where it began. */
export const arrival = (events: CaseEvent[]): CaseEvent | null => {
  const desk = events.at(-1)?.unit
  const away = events.findLastIndex((event) => event.unit !== desk)
  return away < 0 ? null : (events[away + 1] ?? null)
}

/** How often the case was returned. */
export const returnsIn = (events: CaseEvent[]): number =>
  events.filter(({ kind }) => kind === 'returned').length

/** Is a request for more days answered by it, or no longer asked after it? */
const endsRequest = (kind: EventKind): boolean => {
  const { decidesExtension, leadsTo } = eventRow(kind)
  if (decidesExtension) return true
  return leadsTo !== undefined && leadsTo !== 'back' && (leadsTo === 'accepted' || isEnded(leadsTo))
}

/** The extension that was asked for and not decided, since the case was last taken up. */
export const pendingExtension = (events: CaseEvent[]): { rule: string; days: number } | null => {
  const last = events.findLast(({ kind, data }) => data.asks !== undefined || endsRequest(kind))
  return last?.data.asks ?? null
}

/** Units that share the case with the desk. */
export const cohandlersIn = (events: CaseEvent[]): string[] => {
  const units = new Set<string>()
  for (const { kind, data } of events) {
    if (kind === 'cohandler-joined' && data.with) units.add(data.with)
    if (kind === 'cohandler-left' && data.with) units.delete(data.with)
  }
  const desk = events.at(-1)?.unit
  return [...units].filter((id) => id !== desk)
}

/** Who at the desk has it in hand; a new desk begins with nobody. */
export const assigneeIn = (events: CaseEvent[]): string | null => {
  let assignee: string | null = null
  let desk: string | undefined
  for (const { kind, unit, data } of events) {
    if (desk !== undefined && unit !== desk) assignee = null
    desk = unit
    if (kind === 'assigned' || (kind === 'accepted' && data.staff)) assignee = data.staff ?? null
  }
  return assignee
}
