import type { Day, Instant } from '#domain/basics/time.ts'
import { lastDayOf } from '#domain/clocks/end-limits.ts'
import type { ItemFacts } from '#domain/history/agreed.ts'
import { sinceReopened } from '#domain/history/case-history.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { AgreementForm } from '#domain/words/agreement-forms.ts'
import { endsCase } from '#domain/words/ends.ts'

/** The agreement of a case as its history has it, without its text. */

/** How far an item is: said to be done by who owes it, taken as done by who is owed, or said not to be. */
export type ItemState = 'open' | 'done' | 'received' | 'missed'

export interface CurrentItem extends ItemFacts {
  state: ItemState
  /** When that was said; 0 while it is open. */
  at: Instant
}

export interface CurrentAgreement {
  /** Number of the event that has its text. */
  seq: number
  version: number
  sum: string
  parties: number[]
  /** Numbers of those who have read this version with a code of their own. */
  readBy: number[]
  items: CurrentItem[]
  /** Absent while it is a draft. */
  concluded?: { form: AgreementForm; effectiveOn: Day; signed: { party: number; on: Day }[] }
  /** The day on which a court confirmed it; absent if none did. */
  confirmedOn?: Day | undefined
}

/** What an event says of an item. */
export const saidOfItem: Partial<Record<CaseEvent['kind'], ItemState>> = {
  'item-done': 'done',
  'item-received': 'received',
  'item-missed': 'missed',
}

const itemIn = (facts: ItemFacts, later: readonly CaseEvent[]): CurrentItem => {
  const last = later.findLast(({ kind, data }) => saidOfItem[kind] && data.item === facts.id)
  return { ...facts, state: (last && saidOfItem[last.kind]) ?? 'open', at: last?.at ?? 0 }
}

const writtenIn = (events: readonly CaseEvent[]): CaseEvent | undefined =>
  events.findLast(({ kind }) => kind === 'agreement')

/**
 * The newest version of the agreement of a case, concluded or not; null if none was written. A draft ends with the
 * mediation: what somebody was ready to give is not held against them afterwards. A reopened case begins anew.
 */
export const agreementIn = (whole: readonly CaseEvent[]): CurrentAgreement | null => {
  const events = sinceReopened(whole)
  const written = writtenIn(events)
  const facts = written?.data.agreement
  if (!written || !facts) return null
  const { version, sum } = facts
  const later = events.filter(({ seq }) => seq > written.seq)
  const end = later.find(({ kind, data }) => kind === 'settled' && data.version === version)?.data
  if (!end && later.some(({ kind }) => endsCase(kind))) return null
  return {
    seq: written.seq,
    version,
    sum,
    parties: written.data.parties ?? [],
    readBy: later.flatMap(({ kind, data }) =>
      kind === 'agreement-read' && data.version === version && data.party !== undefined ? data.party : [],
    ),
    items: facts.items.map((item) => itemIn(item, later)),
    ...(end && {
      concluded: {
        form: end.form ?? 'written',
        effectiveOn: end.effectiveOn ?? '',
        signed: end.signed ?? [],
      },
    }),
    confirmedOn: later.findLast(({ kind }) => kind === 'court-confirmed')?.data.confirmedOn,
  }
}

/** The agreement that an event concluded, as it was then; null for other events, and where no text was concluded. */
export const concludedBy = (events: readonly CaseEvent[], seq: number): CurrentAgreement | null => {
  const agreement = agreementIn(events.filter((event) => event.seq <= seq))
  const end = events.find((event) => event.seq === seq)
  return end?.kind === 'settled' && agreement?.concluded ? agreement : null
}

/** The number of the next version of a case; it goes on where the case was reopened. */
export const nextVersion = (events: readonly CaseEvent[]): number =>
  (writtenIn(events)?.data.agreement?.version ?? 0) + 1

/** The items of a concluded agreement that nobody has taken as done yet. */
export const openItems = (agreement: CurrentAgreement | null): CurrentItem[] =>
  agreement?.concluded ? agreement.items.filter(({ state }) => state !== 'received') : []

/** The last day for both sides to apply together to a court for confirmation (人民调解法 33); null without need or time. */
export const confirmationDay = (agreement: CurrentAgreement, today: Day): Day | null => {
  if (!agreement.concluded || agreement.confirmedOn) return null
  const { day } = lastDayOf('judicial-confirmation', agreement.concluded.effectiveOn)
  return day < today ? null : day
}
