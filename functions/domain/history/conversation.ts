import { endsCase } from '#domain/words/ends.ts'
import { eventRow } from '#domain/words/events.ts'
import { type CaseEvent, erases, isPerson, partyOf, partyScope } from './events.ts'

/** True if a later event, not of the same person, changed the status of the case. */
export const isStep = (later: CaseEvent, { actor }: CaseEvent): boolean =>
  eventRow(later.kind).leadsTo !== undefined && later.actor !== actor

/** True if who disputed a refusal said themselves since whether they want to talk: nothing is left to put right. */
const saidThemselves = (later: CaseEvent, { kind, actor }: CaseEvent): boolean =>
  kind === 'refusal-disputed' &&
  later.actor === actor &&
  (later.kind === 'agreed' || later.kind === 'refused')

/**
 * True if the later event answers the person who acted in the earlier one, sets their words aside, or erased them; or is
 * the step that they asked for. What says only that a time limit was extended answers nobody.
 */
const ends = (later: CaseEvent, earlier: CaseEvent): boolean => {
  const { kind, data } = later
  const { actor } = earlier
  const { setsAside, rings, decidesExtension, takesOff } = eventRow(kind)
  // Somebody was rung: the complainant, unless the event names another.
  if (rings) return data.reached === 'yes' && actor === partyScope(data.party ?? 1)
  if (eventRow(earlier.kind).whileOpen && endsCase(kind)) return true
  if (earlier.kind === 'mediator-asked' && takesOff === 'objected') return true
  if (saidThemselves(later, earlier)) return true
  // One person's words alone, if the event names them; what staff wrote down themselves goes with anybody's.
  if (setsAside) return data.party === undefined || !isPerson(actor) || actor === partyScope(data.party)
  if (erases(later, actor)) return true
  if (eventRow(earlier.kind).untilStep && isStep(later, earlier)) return true
  return !decidesExtension && data.to?.some((addressee) => addressee === actor) === true
}

/** True if somebody has to answer the event: words without a question, or a wish to be called in an answer. */
const wants = ({ kind, data }: CaseEvent): boolean =>
  eventRow(kind).wantsAnswer === true || data.call === true

/** The event after which nobody has to answer what somebody wrote; undefined while they wait. */
const answerTo = (event: CaseEvent, events: readonly CaseEvent[]): CaseEvent | undefined =>
  events.find((later) => later.seq > event.seq && ends(later, event))

/**
 * What the people of a case wrote without being asked, or with a wish to be called, and nobody has answered or set aside since. Any later words to
 * the person are an answer, a decision of the case included.
 */
export const unansweredIn = (events: readonly CaseEvent[]): CaseEvent[] =>
  events.filter((event) => wants(event) && !answerTo(event, events))

/** Numbers of the people who wait for an answer, who has waited longest first. */
export const waitingPeople = (events: readonly CaseEvent[]): number[] => [
  ...new Set(unansweredIn(events).flatMap(({ actor }) => (isPerson(actor) ? partyOf(actor) : []))),
]

/** True if what somebody wrote was set aside without an answer. */
export const wasSetAside = (event: CaseEvent, events: readonly CaseEvent[]): boolean => {
  const answer = wants(event) ? answerTo(event, events) : undefined
  return answer !== undefined && eventRow(answer.kind).setsAside === true
}
