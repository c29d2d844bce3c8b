import { numberTries, receiptLife } from '#domain/basics/bounds.ts'
import { findableNames } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { dayOf } from '#domain/basics/time.ts'
import { clocksOf, publicClocks } from '#domain/clocks/clocks.ts'
import { makeCaseNumber } from '#domain/filing/case-number.ts'
import type { Filing } from '#domain/filing/fields.ts'
import { canonicalFiling } from '#domain/filing/filing.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { nextSteps } from '#domain/following/public-view.ts'
import { asStored } from '#domain/history/new-event.ts'
import { area } from '#domain/places/areas.ts'
import { startOf } from '#domain/places/starting-unit.ts'
import type { Level } from '#domain/words/levels.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { Ports } from '#ports'
import type { FilingStore, NewCase } from '#store/ports/filing.ts'
import { eventsOf, factsOf, type Registered } from './filing-events.ts'

/** The result of a filing, for the 201 answer of the API and the slip of the form. `filedAt` in epoch ms. */
export interface FiledAnswer {
  caseNumber: string
  trackingCode: string
  status: Status
  level: Level
  unit: string
  unitId: string
  filedAt: number
  next: { what: string; by: string }[]
  lastHash: string
  ignored: string[]
  /** True if somebody else filled the form in: the code is for the person alone. */
  behalf?: boolean
  /** True if it is the answer to an earlier filing with the same key. */
  repeated?: boolean
}

/** `conflict`: the key was used for other answers. `noted`: filed before, and the person has noted the code. */
export type FilingFault = 'conflict' | { noted: string }

type UseCasePorts = Pick<Ports<Pick<FilingStore, 'file' | 'receipt'>>, 'store' | 'clock' | 'random'>

/**
 * Files a case: decides where it starts, draws number and code, stores everything in one batch.
 * @param key idempotency key or send token; for 24 hours the same key with the same answers gets the same result
 * @param ignored names of unknown posted fields, returned in the result
 * @param registered set if staff filed the case for a person who came, called or was visited; the record names them
 */
export const fileCase = async (
  { store, clock, random }: UseCasePorts,
  filing: Filing,
  key: string | undefined,
  { ignored = [], registered }: { ignored?: string[]; registered?: Registered | undefined } = {},
): Promise<Result<FiledAnswer, FilingFault>> => {
  const now = clock()
  const unit = startOf(filing)
  const facts = factsOf(filing, unit.kind)
  const events = eventsOf(filing, unit.id, now, facts, registered)
  const { level } = area(unit.area)
  const status = 'filed'
  const next = nextSteps(publicClocks(clocksOf(asStored(events, 0), now)))
  const body = canonicalFiling(filing)
  const { name, phone } = filing
  const year = dayOf(now).slice(0, 4)

  for (let tries = 0; tries < numberTries; tries += 1) {
    const trackingCode = makeTrackingCode(random)
    const answer = {
      trackingCode,
      status,
      level,
      unit: unit.name,
      unitId: unit.id,
      filedAt: now,
      next,
      ignored,
      ...(filing.onBehalfOf && { behalf: true }),
    }
    const newCase: NewCase = {
      numbers: { year, six: makeCaseNumber(random, year, 6), seven: makeCaseNumber(random, year, 7) },
      trackingCode,
      staffSaw: registered !== undefined,
      events,
      person: { phones: findableNumbers(phone ?? ''), names: findableNames(name ?? '') },
      receipt: key === undefined ? undefined : { key, body, expiresAt: now + receiptLife, answer },
    }
    const stored = await store.file(newCase)
    if (stored.ok) {
      const { number: caseNumber, lastHash } = stored.value
      return ok({ ...answer, caseNumber, lastHash } as FiledAnswer)
    }
    if (stored.error === 'receipt' && key !== undefined) {
      const earlier = await store.receipt(key, body, now)
      if (!earlier) continue
      if (!earlier.sameBody) return fail('conflict')
      if (earlier.answer === null) return fail({ noted: earlier.number })
      return ok({ ...(earlier.answer as FiledAnswer), caseNumber: earlier.number, repeated: true })
    }
  }
  throw new Error('filing: no free case number found')
}
