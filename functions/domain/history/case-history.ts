import { area, unit } from '#domain/places/areas.ts'
import { type EventKind, eventRow } from '#domain/words/events.ts'
import { isEnded } from '#domain/words/statuses.ts'
import type { CaseEvent } from './events.ts'

/** Facts derived from a history: where the case came from, who shares it, who handles it, what is requested. */

/** The hash of the filing, which its slip prints: of the row with the complainant, chained to the row with the filing itself. */
export const filingHash = (events: readonly CaseEvent[]): string =>
  events.find(({ kind, data }) => kind === 'party' && data.party === 1)?.hash ?? ''

/** The event that brought the case to its current desk; null if it has not left its first desk. */
export const arrival = (events: CaseEvent[]): CaseEvent | null => {
  const desk = events.at(-1)?.unit
  const away = events.findLastIndex((event) => event.unit !== desk)
  return away < 0 ? null : (events[away + 1] ?? null)
}

/** True if the case was at a desk of the county after any of these events: as every case in danger was (rules.md R49). */
export const wasAtCounty = (events: readonly CaseEvent[]): boolean =>
  events.some(({ unit: desk }) => area(unit(desk).area).level === 'county')

/** The number of the case that this one was merged into, while its status has not changed since; null otherwise. */
export const mergedInto = (events: readonly CaseEvent[]): string | null => {
  const last = events.findLast(({ kind }) => eventRow(kind).leadsTo !== undefined)
  return last?.kind === 'merged' ? (last.data.other ?? null) : null
}

/** The events since the case was last reopened: what was decided before counts no more. */
export const sinceReopened = (events: readonly CaseEvent[]): CaseEvent[] =>
  events.slice(events.findLastIndex(({ kind }) => kind === 'reopened') + 1)

/** The number of times the case was returned. */
export const returnsIn = (events: CaseEvent[]): number =>
  events.filter(({ kind }) => kind === 'returned').length

/** True if an event of this kind answers a request for more days or makes it obsolete. */
const endsRequest = (kind: EventKind): boolean => {
  const { decidesExtension, leadsTo } = eventRow(kind)
  if (decidesExtension) return true
  return leadsTo !== undefined && leadsTo !== 'back' && (leadsTo === 'accepted' || isEnded(leadsTo))
}

/** The requested extension that is not decided yet, since the case was last reopened; null if there is none. */
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

/**
 * Id of the member of staff who handles the case; null after a transfer, until the new desk assigns it. `vacant`: the
 * desk had a handler who was taken off the case, so that somebody else must take it over.
 */
export const handlerIn = (events: readonly CaseEvent[]): { assignee: string | null; vacant: boolean } => {
  let handler: { assignee: string | null; vacant: boolean } = { assignee: null, vacant: false }
  let desk: string | undefined
  for (const { kind, unit, data } of events) {
    if (desk !== undefined && unit !== desk) handler = { assignee: null, vacant: false }
    desk = unit
    if (kind === 'assigned' || (kind === 'accepted' && data.staff))
      handler = { assignee: data.staff ?? null, vacant: !data.staff }
    if (eventRow(kind).takesOff && data.staff && data.staff === handler.assignee)
      handler = { assignee: null, vacant: true }
  }
  return handler
}

/** Id of the member of staff who handles the case, or null. */
export const assigneeIn = (events: readonly CaseEvent[]): string | null => handlerIn(events).assignee

/**
 * Ids of the members of staff who were taken off the case; an interest counts more than an objection. Only an interest
 * that was recorded wrongly is lifted again.
 */
export const takenOffIn = (events: readonly CaseEvent[]): ReadonlyMap<string, 'recused' | 'objected'> => {
  const off = { objected: new Set<string>(), recused: new Set<string>() }
  for (const { kind, data } of events) {
    const { takesOff, liftsRecusal } = eventRow(kind)
    if (takesOff && data.staff) off[takesOff].add(data.staff)
    if (liftsRecusal && data.staff) off.recused.delete(data.staff)
  }
  const why = (reason: 'recused' | 'objected') => [...off[reason]].map((id) => [id, reason] as const)
  return new Map([...why('objected'), ...why('recused')])
}

/** Ids of those who have a direct interest in the case (信访工作条例 28). */
export const recusedIn = (events: readonly CaseEvent[]): string[] =>
  [...takenOffIn(events)].flatMap(([id, why]) => (why === 'recused' ? id : []))

/** The leader who answers for the case (包案), and the day set for it; null if none was named. */
export const leadIn = (events: CaseEvent[]): { staff: string; answerBy: string | undefined } | null => {
  const named = events.findLast(({ kind }) => kind === 'lead-named')?.data
  return named?.staff && takenOffIn(events).get(named.staff) !== 'recused'
    ? { staff: named.staff, answerBy: named.answerBy }
    : null
}
