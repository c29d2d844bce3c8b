import { agreementIn } from '#domain/agreement/current.ts'
import { waitingRules } from '#domain/clocks/clocks.ts'
import { askedFromAbove } from '#domain/desk/supervisions.ts'
import { assigneeIn, pendingExtension } from '#domain/history/case-history.ts'
import { type Actor, complainant, type EventData, staffIdOf } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { readWords, type Words } from '#domain/history/words.ts'
import { type MoveInput, plainAnswers } from '#domain/moves/fields.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import { eventRow } from '#domain/words/events.ts'
import { publicationEvent } from '../after/publication.ts'
import { storyAsks } from '../after/story-asks.ts'
import type { DeskCase } from '../case/open-case.ts'
import { buildConsultation } from '../consultations/build-consultation.ts'
import { buildSession } from '../sessions/build-session.ts'
import { destination } from './destination.ts'
import { moveClocks } from './move-clocks.ts'
import { joining, peopleFacts, towardsOther } from './move-people.ts'

/** Turns the input of a member of staff into events. */

const pausable = ({ clocks }: DeskCase): string[] =>
  clocks.filter(({ state, rule }) => state === 'running' && rule.pausable).map(({ rule }) => rule.id)

/** The question of a unit above that is answered: the one that was chosen, or the only one. */
const answered = ({ events }: DeskCase, { asking }: MoveInput): EventData => {
  const open = askedFromAbove(events)
  const question = open.find(({ seq }) => String(seq) === asking) ?? open[0]
  return question ? { supervision: question.seq, above: question.by } : {}
}

/** Plain facts that a kind of move adds to its event. */
const facts = (kind: MoveKind, deskCase: DeskCase, input: MoveInput, actor: Actor): EventData => {
  const { matter, whom, term, measureOf } = input
  const { becomesHandler, extension, ifAlone, takesOff, transfersTo }: Move = moves[kind]
  // The person who takes the case on is its handler until it is assigned to another.
  const own = becomesHandler || takesOff === 'maker'
  const maker = (own && staffIdOf(actor)) || undefined
  const handler = takesOff === 'assignee' ? assigneeIn(deskCase.events) : undefined
  const staff = input.staff ?? input.concerned ?? maker ?? handler
  const approved = extension === 'grants' ? pendingExtension(deskCase.events) : null
  const pauses = eventRow(kind).leadsTo === 'waiting' ? pausable(deskCase) : []
  return {
    ...(matter && deskCase.record.track === 'complaint' && { matter }),
    ...(staff && { staff }),
    ...(whom && { party: Number(whom) }),
    ...(term && { item: Number(term) }),
    ...(measureOf && { ofReview: Number(measureOf) }),
    ...((moves[kind] as Move).ifAgreed && { parties: agreementIn(deskCase.events)?.parties ?? [] }),
    ...plainAnswers(input),
    ...(input.deliveryBy && input.deliveryOn && { delivery: { by: input.deliveryBy, on: input.deliveryOn } }),
    ...(!transfersTo && !ifAlone && input.unit && { with: input.unit }),
    ...(extension === 'asks' && input.rule && input.days && { asks: { rule: input.rule, days: input.days } }),
    ...(approved && { extends: approved }),
    ...(pauses.length > 0 && { pauses }),
    ...(kind === 'supervision-answered' && answered(deskCase, input)),
    ...peopleFacts(kind, deskCase.events, input),
  }
}

/** The message for the complainant, or null. A refusal names the competent body. */
const messageText = (kind: MoveKind, { message, body }: MoveInput): string | null => {
  if (!message) return null
  return eventRow(kind).decision && body ? `${message}\n该找：${body}` : message
}

/** Words for the record, or null; only those who handle the case read them. */
const recordWords = (kind: MoveKind, input: MoveInput): Words[MoveKind] | null => {
  const { body, subject, measure } = input
  const reason = input.reason ?? input.question ?? input.reply
  const decision = eventRow(kind).decision ? messageText(kind, input) : null
  const words = readWords(kind, {
    ...(reason && { reason }),
    ...(body && { body }),
    ...(subject && { subject }),
    ...(measure && { measure }),
    ...(decision && { decision }),
  })
  return words && Object.keys(words).length > 0 ? words : null
}

/**
 * The events of a move: one, or two if it has both words for the record and a message to the complainant, because each
 * event is sealed under one key.
 */
export const buildMove = (
  kind: MoveKind,
  deskCase: DeskCase,
  input: MoveInput,
  by: Pick<NewEvent, 'actor' | 'acting' | 'at'>,
  leavesWaiting: boolean,
): NewEvent[] => {
  const { unit: to, data: where } = destination(kind, deskCase, input)
  const resumes = leavesWaiting ? waitingRules(deskCase.clocks) : []
  const data = {
    ...facts(kind, deskCase, input, by.actor),
    ...moveClocks(kind, deskCase, to, input.matter, by.at),
    ...where,
    ...(resumes.length > 0 && { resumes }),
  }
  const meeting = buildSession(kind, deskCase, input, by)
  if (meeting) return meeting
  const consultation = buildConsultation(kind, deskCase, input, by)
  if (consultation) return consultation
  if (kind === 'party') return [joining(deskCase.events, input, { ...by, unit: to })]
  if (kind === 'story') return storyAsks(deskCase.events, input, { ...by, unit: to })
  if (kind === 'publication-drafted' || kind === 'publication-approved')
    return [publicationEvent(kind, input, { ...by, unit: to })]
  const record = recordWords(kind, input)
  const towards = towardsOther(kind, input)
  if (towards) return [{ ...by, kind, unit: to, ...towards.words, data: { ...data, ...towards.data } }]
  const text = messageText(kind, input)
  const base: NewEvent = { ...by, kind, unit: to, data }
  // The message is from the unit that made the move, even if another unit has the case now.
  const sender = to === deskCase.record.unit ? {} : { from: deskCase.record.unit }
  const addressee: EventData = { to: [complainant] }
  const message = text ? ({ scope: complainant, words: { text } } as const) : null
  if (record && message)
    return [
      { ...base, scope: 'record', words: record },
      { ...by, kind: 'message', unit: to, data: { ...sender, ...addressee }, ...message },
    ]
  if (message) return [{ ...base, data: { ...data, ...addressee }, ...message }]
  return [record ? { ...base, scope: 'record', words: record } : base]
}
