import { unit } from '../domain/areas.ts'
import { startedBy } from '../domain/clock-rules.ts'
import { type Actor, complainant, type EventData } from '../domain/events.ts'
import type { MoveInput } from '../domain/move-fields.ts'
import { returnsIn } from '../domain/move-rules.ts'
import type { MoveKind } from '../domain/moves.ts'
import { commonSuperior } from '../domain/targets.ts'
import type { NewEvent } from '../store/store.ts'
import type { CaseFile } from './case-file.ts'

/** From what a member of staff typed to the rows of the history. */

/** A second return is not argued between two desks: the common superior decides (信访工作条例 24). */
const returnedTo = ({ record, events, standing }: CaseFile): { unit: string; bySecondReturn?: true } => {
  const sender = standing.sender ?? record.unit
  if (returnsIn(events) === 0) return { unit: sender }
  const superior = commonSuperior(record.unit, sender, record.about)
  return superior ? { unit: superior.id, bySecondReturn: true } : { unit: sender }
}

/** The desk a move leads to, and what the row says of it. */
const destination = (kind: MoveKind, file: CaseFile, input: MoveInput): { unit: string; data: EventData } => {
  const { record, standing } = file
  const from = record.unit
  switch (kind) {
    case 'transferred':
    case 'escalated':
    case 'sent-down':
      return { unit: input.unit ?? from, data: { from, ...(input.answerBy && { answerBy: input.answerBy }) } }
    case 'reported-back':
      return { unit: standing.sender ?? from, data: { from } }
    case 'returned': {
      const { unit: to, bySecondReturn } = returnedTo(file)
      const proper = input.proper ?? ''
      return { unit: to, data: { from, proper, ...(bySecondReturn && { bySecondReturn }) } }
    }
    default:
      return { unit: from, data: {} }
  }
}

const paused = ({ clocks }: CaseFile): string[] =>
  clocks.filter(({ state }) => state === 'paused').map(({ rule }) => rule.id)

const pausable = ({ clocks }: CaseFile): string[] =>
  clocks.filter(({ state, rule }) => state === 'running' && rule.pausable).map(({ rule }) => rule.id)

const asked = ({ events }: CaseFile) =>
  events.findLast(({ kind }) => kind === 'extension-requested')?.data.asks

/** Plain facts that a kind of move adds. */
const facts = (kind: MoveKind, file: CaseFile, input: MoveInput, actor: Actor): EventData => {
  const { record } = file
  const own = kind === 'accepted' && actor.startsWith('staff:') ? actor.slice('staff:'.length) : undefined
  const { matter, people, staff, answerBy, outside, colour, other, duty, ways } = input
  const clocks = startedBy(kind, {
    track: record.track,
    category: record.category,
    unitKind: unit(record.unit).kind,
    matter: record.track === 'complaint' ? matter : undefined,
  })
  const holder = staff ?? own
  const approved = kind === 'extended' ? asked(file) : undefined
  const pauses = kind === 'asked' ? pausable(file) : []
  return {
    ...(clocks.length > 0 && { clocks }),
    ...(matter && record.track === 'complaint' && { matter }),
    ...(people && { people }),
    // Who accepts has it in hand until it is given to somebody else.
    ...(holder && { staff: holder }),
    ...(answerBy && { answerBy }),
    ...(outside && { outside }),
    ...(colour && { colour }),
    ...(other && { other }),
    ...(duty && { duty }),
    ...(ways && { ways }),
    ...(input.deliveryBy && input.deliveryOn && { delivery: { by: input.deliveryBy, on: input.deliveryOn } }),
    ...(kind.startsWith('cohandler') && input.unit && { with: input.unit }),
    ...(kind === 'extension-requested' &&
      input.rule &&
      input.days && { asks: { rule: input.rule, days: input.days } }),
    ...(approved && { extends: approved }),
    ...(pauses.length > 0 && { pauses }),
  }
}

/** Words for the record, which only those who handle the case read. */
const recordWords = (kind: MoveKind, { reason, body, subject }: MoveInput): object | null => {
  const words = {
    ...(reason && { reason }),
    ...(body && kind !== 'declined' && { body }),
    ...(subject && { subject }),
  }
  return Object.keys(words).length > 0 ? words : null
}

/** What the complainant reads. A refusal names the right body. */
const messageWords = (kind: MoveKind, { message, body }: MoveInput): { text: string } | null => {
  if (!message) return null
  return { text: kind === 'declined' && body ? `${message}\n该找：${body}` : message }
}

/**
 * The rows of a move: one, and a second where words for the record and a word to the complainant go together, since
 * each row is sealed under one key.
 */
export const buildMove = (
  kind: MoveKind,
  file: CaseFile,
  input: MoveInput,
  by: Pick<NewEvent, 'actor' | 'at'>,
  leavesWaiting: boolean,
): NewEvent[] => {
  const { unit: to, data: where } = destination(kind, file, input)
  const resumes = leavesWaiting ? paused(file) : []
  const data = { ...facts(kind, file, input, by.actor), ...where, ...(resumes.length > 0 && { resumes }) }
  const record = recordWords(kind, input)
  const message = messageWords(kind, input)
  const base: NewEvent = { ...by, kind, unit: to, data }
  if (record && message)
    return [
      { ...base, scope: 'record', words: record },
      { ...by, kind: 'message', unit: to, data: {}, scope: complainant, words: message },
    ]
  if (message) return [{ ...base, scope: complainant, words: message }]
  return [record ? { ...base, scope: 'record', words: record } : base]
}
