import { agreementIn } from '#domain/agreement/current.ts'
import { heldIn } from '#domain/clocks/held.ts'
import { assigneeIn, pendingExtension, returnsIn } from '#domain/history/case-history.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import {
  type Actor,
  complainant,
  type EventData,
  isPerson,
  type PartyScope,
  partyOf,
  partyScope,
  staffIdOf,
} from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { roleIn, standsForOther } from '#domain/history/roles.ts'
import { readWords, type Words } from '#domain/history/words.ts'
import { type MoveInput, plainAnswers } from '#domain/moves/fields.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import { commonSuperior } from '#domain/moves/targets.ts'
import { pathOf, unitOf } from '#domain/places/areas.ts'
import { eventRow } from '#domain/words/events.ts'
import { storyAsks } from '../after/story-asks.ts'
import type { DeskCase } from '../case/open-case.ts'
import { buildSession } from '../sessions/build-session.ts'
import { moveClocks } from './move-clocks.ts'

/** Turns the input of a member of staff into events. */

/** The unit a returned case goes to. After a second return the common superior decides (信访工作条例 24). */
const returnedTo = ({ record, events, standing }: DeskCase): { unit: string; bySecondReturn?: true } => {
  const sender = standing.sender ?? record.unit
  if (returnsIn(events) === 0) return { unit: sender }
  const superior = commonSuperior(record.unit, sender, record.about)
  return superior ? { unit: superior.id, bySecondReturn: true } : { unit: sender }
}

/** The unit for a case with danger: the county's centre; a case about county staff stays where it is hidden. */
const forDanger = ({ record }: DeskCase): string => {
  const top = pathOf(record.region).at(-1)?.id ?? ''
  return record.about === 'county-staff' ? record.unit : (unitOf(top, 'centre')?.id ?? record.unit)
}

/** The desk of the case after a move, and the facts about it for the event. */
const destination = (
  kind: MoveKind,
  deskCase: DeskCase,
  input: MoveInput,
): { unit: string; data: EventData } => {
  const { transfersTo, target, ifAlone }: Move = moves[kind]
  const from = deskCase.record.unit
  if (ifAlone && input.unit) return { unit: input.unit, data: { from } }
  switch (transfersTo) {
    case 'target':
      return { unit: (target === 'sender' ? deskCase.standing.sender : input.unit) ?? from, data: { from } }
    case 'county': {
      const to = forDanger(deskCase)
      return { unit: to, data: to === from ? {} : { from } }
    }
    case 'objection': {
      const { unit: to, bySecondReturn } = returnedTo(deskCase)
      const proper = input.proper ?? ''
      return { unit: to, data: { from, proper, ...(bySecondReturn && { bySecondReturn }) } }
    }
    default:
      return { unit: from, data: {} }
  }
}

const paused = ({ clocks }: DeskCase): string[] =>
  clocks.filter(({ state }) => state === 'paused').map(({ rule }) => rule.id)

const pausable = ({ clocks }: DeskCase): string[] =>
  clocks.filter(({ state, rule }) => state === 'running' && rule.pausable).map(({ rule }) => rule.id)

/** Whom a call reached: of those who asked for one, who has waited longest; nobody is named if it is the complainant. */
const rung = ({ events }: DeskCase): EventData => {
  const asked = unansweredIn(events).find(({ data }) => data.call === true)
  return asked && isPerson(asked.actor) && asked.actor !== complainant ? { party: partyOf(asked.actor) } : {}
}

/** Plain facts that a kind of move adds to its event. */
const facts = (kind: MoveKind, deskCase: DeskCase, input: MoveInput, actor: Actor): EventData => {
  const { matter, whom, term } = input
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
    ...((moves[kind] as Move).ifAgreed && { parties: agreementIn(deskCase.events)?.parties ?? [] }),
    ...plainAnswers(input),
    ...(input.deliveryBy && input.deliveryOn && { delivery: { by: input.deliveryBy, on: input.deliveryOn } }),
    ...(!transfersTo && !ifAlone && input.unit && { with: input.unit }),
    ...(extension === 'asks' && input.rule && input.days && { asks: { rule: input.rule, days: input.days } }),
    ...(approved && { extends: approved }),
    ...(pauses.length > 0 && { pauses }),
    ...(eventRow(kind).rings && rung(deskCase)),
    ...sayer(kind, deskCase, input),
    ...talked(kind, deskCase),
  }
}

/** For whom somebody stands, and by what. */
const standing = ({ role = 'principal', actsFor, authority, heard }: MoveInput): EventData =>
  standsForOther(role)
    ? {
        ...(actsFor && { for: Number(actsFor) }),
        ...(role === 'proxy' && authority && { authority }),
        ...(role === 'guardian' && heard && { heard }),
      }
    : {}

/** With whom the desk has spoken about their request; nobody is named if it is who filed. */
const talked = (kind: MoveKind, { events }: DeskCase): EventData => {
  if (!(moves[kind] as Move).ifUnconfirmed && !(moves[kind] as Move).ifUntalked) return {}
  const party = heldIn(events)?.party ?? 1
  return party === 1 ? {} : { party }
}

/** Of which side somebody says that they want to talk or do not, and as what, as in an act of their own. */
const sayer = (kind: MoveKind, { events }: DeskCase, { whom }: MoveInput): EventData => {
  const person = kind === 'agreed' || kind === 'refused' ? roleIn(events, Number(whom)) : undefined
  if (!person) return {}
  return {
    ...(person.side === 'complainant' && { side: person.side }),
    ...(person.role !== 'principal' && { role: person.role }),
  }
}

/** The number of the next person to join; the complainant is the first. */
const nextParty = (events: DeskCase['events']): number =>
  1 + Math.max(...events.map(({ kind, data }) => (kind === 'party' ? (data.party ?? 0) : 0)))

/** The message for the complainant, or null. A refusal names the competent body. */
const messageText = (kind: MoveKind, { message, body }: MoveInput): string | null => {
  if (!message) return null
  return eventRow(kind).decision && body ? `${message}\n该找：${body}` : message
}

/** Words for the record, or null; only those who handle the case read them. */
const recordWords = (kind: MoveKind, input: MoveInput): Words[MoveKind] | null => {
  const { reason, body, subject } = input
  const decision = eventRow(kind).decision ? messageText(kind, input) : null
  const words = readWords(kind, {
    ...(reason && { reason }),
    ...(body && { body }),
    ...(subject && { subject }),
    ...(decision && { decision }),
  })
  return words && Object.keys(words).length > 0 ? words : null
}

/** What a move towards the other side seals and under which key; null if it has no words but those for the record. */
const towardsOther = (kind: MoveKind, { whom, invitation, otherMessage }: MoveInput) => {
  if (!whom) return null
  const party = Number(whom)
  const to = (scope: PartyScope, text: string) => ({
    words: { scope, words: { text } },
    data: { party, to: [scope] },
  })
  // The draft is for the complainant, the same words after their approval for the person.
  if (invitation) return to(kind === 'invitation' ? complainant : partyScope(party), invitation)
  return otherMessage ? to(partyScope(party), otherMessage) : null
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
  const resumes = leavesWaiting ? paused(deskCase) : []
  const data = {
    ...facts(kind, deskCase, input, by.actor),
    ...moveClocks(kind, deskCase, to, input.matter, by.at),
    ...where,
    ...(resumes.length > 0 && { resumes }),
  }
  const meeting = buildSession(kind, deskCase, input, by)
  if (meeting) return meeting
  if (kind === 'party') {
    const party = nextParty(deskCase.events)
    const { otherName: name, otherPhone: phone, gotFrom, onSide: side = 'other', role = 'principal' } = input
    return [
      {
        ...by,
        kind,
        unit: to,
        scope: partyScope(party),
        words: { name, ...(phone && { phone }) },
        data: { party, side, role, ...(gotFrom && { gotFrom }), ...standing(input) },
      } satisfies NewEvent<'party'>,
    ]
  }
  if (kind === 'story') return storyAsks(deskCase.events, input, { ...by, unit: to })
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
