import { type CaseEvent, isPerson } from './events.ts'

/** The words for a person of the other side, which leave only after the complainant has approved exactly these. */

/** The newest draft, and how far it is. */
export interface Draft {
  /** Number of the event with its words. */
  seq: number
  /** Number of the person it is for. */
  party: number
  state: 'drafted' | 'approved' | 'declined' | 'sent'
  /** Staff wrote down that it was approved; absent if the person said so themselves. */
  recorded?: true
}

const states = {
  'invitation-approved': 'approved',
  'invitation-declined': 'declined',
  invited: 'sent',
} as const

const isState = (kind: string): kind is keyof typeof states => Object.hasOwn(states, kind)

/** The newest draft of a case; null if none was written. What was approved or sent before it was another one. */
export const draftIn = (events: readonly CaseEvent[]): Draft | null => {
  const written = events.findLast(({ kind }) => kind === 'invitation')
  if (!written || written.data.party === undefined) return null
  const last = events.findLast(({ seq, kind }) => seq > written.seq && isState(kind))
  return {
    seq: written.seq,
    party: written.data.party,
    state: last && isState(last.kind) ? states[last.kind] : 'drafted',
    ...(last?.kind === 'invitation-approved' && !isPerson(last.actor) && { recorded: true }),
  }
}
