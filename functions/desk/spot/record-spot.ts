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
}

type UseCasePorts = Pick<Ports<Pick<FilingStore, 'file' | 'receipt'>>, 'store' | 'clock' | 'random'>

const canonical = ({ name, phone, otherName, otherPhone, ...record }: SpotRecord): string =>
  JSON.stringify([name, phone, otherName, otherPhone, ...Object.entries(record).toSorted()])

/**
 * Records what was settled on the spot as a case with its whole history, in one batch. One in twenty is drawn for a call
 * by the county to both sides.
 * @param token of the form: for 24 hours the same token with the same answers is the same case
 * @returns `conflict` if the token was used for other answers
 */
export const recordSpot = async (
  { store, clock, random }: UseCasePorts,
  record: SpotRecord,
  token: string,
  member: StaffMember,
): Promise<Result<SpotCodes, 'conflict'>> => {
  const at = clock()
  const [key, body] = [`spot:${member.id}:${token}`, canonical(record)]
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
    if (stored.ok) return ok({ caseNumber: stored.value.number, own, other })
    if (stored.error !== 'receipt') continue
    const earlier = await store.receipt(key, body, at)
    if (!earlier) continue
    if (!earlier.sameBody || earlier.answer === null) return fail('conflict')
    return ok({ ...(earlier.answer as Omit<SpotCodes, 'caseNumber'>), caseNumber: earlier.number })
  }
  throw new Error('spot: no free case number found')
}
