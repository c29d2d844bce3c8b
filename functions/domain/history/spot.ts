import { type Day, dayOf } from '#domain/basics/time.ts'
import type { CaseEvent, EventData } from './events.ts'

/** A case that was settled on the spot and recorded afterwards (docs/adr/0045-on-the-spot.md). */

/** The result that was recorded on the spot; undefined in any other case. */
export const spotIn = (events: readonly CaseEvent[]): CaseEvent | undefined =>
  events.find(({ kind, data }) => kind === 'settled' && data.spot)

/** The day on which both sides agreed. */
export const spotDay = ({ at, data }: CaseEvent): Day => data.effectiveOn ?? data.agreedOn ?? dayOf(at)

/** How it was agreed. */
export const agreedWays = ['oral', 'signed', 'unsigned'] as const
export type AgreedWay = (typeof agreedWays)[number]

/** How it was agreed, from the facts of the result. */
export const agreedIn = ({ form, signedBoth }: Pick<EventData, 'form' | 'signedBoth'>): AgreedWay =>
  form === 'oral' ? 'oral' : signedBoth ? 'signed' : 'unsigned'

/** True if the record was written on a later day (补录). */
export const isLateRecord = (spot: CaseEvent): boolean => spotDay(spot) < dayOf(spot.at)

/** True if this person was there on the spot. */
export const wasThere = (events: readonly CaseEvent[], party: number, spot: CaseEvent): boolean =>
  events.some(({ seq, kind, data }) => kind === 'party' && data.party === party && seq < spot.seq)

/** True if the person says that it never happened; a case that was reopened since has another result. */
export const isDisputed = (events: readonly CaseEvent[], party?: number): boolean =>
  events.some(({ kind, data }) => kind === 'spot-disputed' && (party === undefined || data.party === party))

/** Numbers of the people who were there and have taken a code of their own since: they have read the record. */
const reachedIn = (events: readonly CaseEvent[]): Set<number> =>
  new Set(
    events.flatMap(({ kind, data }) =>
      kind === 'code-replaced' && data.party !== undefined ? data.party : [],
    ),
  )

/**
 * True if a record counts as a settled case: nobody disputes it, and it is signed, or staff who did not write it have
 * asked both sides, or an oral one was read by both with codes of their own. `unprovenSql` in the store says the same.
 */
export const isProven = (events: readonly CaseEvent[], spot: CaseEvent): boolean => {
  if (isDisputed(events)) return false
  if (spot.data.signedBoth || events.some(({ kind }) => kind === 'spot-checked')) return true
  if (spot.data.form !== 'oral') return false
  const there = events.flatMap(({ kind, seq, data: { party } }) =>
    kind === 'party' && seq < spot.seq && party !== undefined ? party : [],
  )
  const reached = reachedIn(events)
  return there.every((party) => reached.has(party))
}

/** True while a record on the spot waits to be proven, and nobody disputes it. */
export const isUnproven = (events: readonly CaseEvent[]): boolean => {
  const spot = spotIn(events)
  return spot !== undefined && !isDisputed(events) && !isProven(events, spot)
}
