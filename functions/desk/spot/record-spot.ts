import { numberTries, receiptLife } from '#domain/basics/bounds.ts'
import { findableNames } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { dayOf } from '#domain/basics/time.ts'
import { isDrawn } from '#domain/desk/rating-tasks.ts'
import { callerOfSpot } from '#domain/desk/units-above.ts'
import { makeCaseNumber } from '#domain/filing/case-number.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { asStored } from '#domain/history/new-event.ts'
import type { SpotRecord } from '#domain/spot/record.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { FilingStore } from '#store/ports/filing.ts'
import { otherParty, spotEvents } from './spot-events.ts'

/** The two codes of a record, which staff give: the complainant's and that of the other side. */
export interface SpotCodes {
  caseNumber: string
  own: string
  other: string
  /** From `spotKey`. */
  key: string
}

type UseCasePorts = Pick<Ports<Pick<FilingStore, 'file' | 'receipt'>>, 'store' | 'clock' | 'random'>

const canonical = ({ name, phone, otherName, otherPhone, ...record }: SpotRecord): string =>
  JSON.stringify([name, phone, otherName, otherPhone, ...Object.entries(record).toSorted()])

/** The key of these answers from this person: the same answers are one case, however often the form is opened. */
export const spotKey = async ({ keys }: Pick<Ports, 'keys'>, record: SpotRecord, { id }: StaffMember) =>
  `spot:${(await keys.mac('send-token', `${id} ${canonical(record)}`)).slice(0, 32)}`

/**
 * Records what was settled on the spot as a case with its whole history, in one batch. One in twenty is drawn for a call
 * by the county to both sides.
 * @param key from `spotKey`: for 24 hours the same key is the same case
 * @returns `noted` with its number if both slips of that case were given already
 */
export const recordSpot = async (
  { store, clock, random }: UseCasePorts,
  record: SpotRecord,
  key: string,
  member: StaffMember,
): Promise<Result<SpotCodes, { noted: string }>> => {
  const at = clock()
  const body = canonical(record)
  const events = spotEvents(record, member, at)
  const history = asStored(events, 0)
  const calls = isDrawn(random) ? callerOfSpot(member.unit) : []
  const endedSeq = history.find(({ kind }) => kind === 'settled')?.seq ?? 0
  const year = dayOf(at).slice(0, 4)
  for (let tries = 0; tries < numberTries; tries += 1) {
    const [own, other] = [makeTrackingCode(random), makeTrackingCode(random)]
    const stored = await store.file({
      numbers: { year, six: makeCaseNumber(random, year, 6), seven: makeCaseNumber(random, year, 7) },
      trackingCode: own,
      staffSaw: true,
      events,
      person: { phones: findableNumbers(record.phone ?? ''), names: findableNames(record.name) },
      spot: {
        subject: record.subject,
        other: {
          ...{ party: otherParty, trackingCode: other, names: findableNames(record.otherName) },
          phones: findableNumbers(record.otherPhone ?? ''),
        },
        ...{ calls, endedSeq },
      },
      receipt: { key, body, expiresAt: at + receiptLife, answer: { own, other } },
    })
    if (stored.ok) return ok({ caseNumber: stored.value.number, own, other, key })
    if (stored.error !== 'receipt') continue
    const earlier = await store.receipt(key, body, at)
    if (!earlier) continue
    if (earlier.answer === null) return fail({ noted: earlier.number })
    return ok({ ...(earlier.answer as Pick<SpotCodes, 'own' | 'other'>), caseNumber: earlier.number, key })
  }
  throw new Error('spot: no free case number found')
}
