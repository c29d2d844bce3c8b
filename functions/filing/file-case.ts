import { numberTries, receiptLife } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { dayOf } from '#domain/basics/time.ts'
import { clocksOf, publicClocks } from '#domain/clocks/clocks.ts'
import { type ClockFacts, startedBy } from '#domain/clocks/rules.ts'
import { makeCaseNumber } from '#domain/filing/case-number.ts'
import { answersKept, type Filing } from '#domain/filing/fields.ts'
import { canonicalFiling } from '#domain/filing/filing.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { nextSteps } from '#domain/following/public-view.ts'
import { type Actor, complainant } from '#domain/history/events.ts'
import { asStored, type NewEvent } from '#domain/history/new-event.ts'
import { area } from '#domain/places/areas.ts'
import { startOf } from '#domain/places/starting-unit.ts'
import type { RegisteredChannel } from '#domain/words/channels.ts'
import type { Level } from '#domain/words/levels.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { UnitKind } from '#domain/words/unit-kinds.ts'
import type { Ports } from '#ports'
import type { FilingStore, NewCase } from '#store/ports/filing.ts'

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
}

/** `conflict`: the key was used for other answers. `noted`: filed before, and the person has noted the code. */
export type FilingFault = 'conflict' | { noted: string }

/** Who registered the case for the person, their unit, and how the person reached them. */
export interface Registered {
  actor: Actor
  acting: string
  channel: RegisteredChannel
}

type UseCasePorts = Pick<Ports<Pick<FilingStore, 'file' | 'receipt'>>, 'store' | 'clock' | 'random'>

/** The events of a filing; its words are split into the record and the complainant's own data. */
const eventsOf = (
  filing: Filing,
  unitId: string,
  at: number,
  facts: ClockFacts,
  registered?: Registered,
): [NewEvent<'filed'>, NewEvent<'party'>] => {
  const by = {
    actor: registered?.actor ?? complainant,
    acting: registered?.acting ?? '',
    at,
    unit: unitId,
  }
  const clocks = startedBy('filed', facts)
  const channel = registered?.channel ?? 'online'
  return [
    {
      ...by,
      kind: 'filed',
      data: { ...answersKept(filing, 'plain'), channel, clocks },
      scope: 'record',
      words: answersKept(filing, 'record'),
    },
    {
      ...by,
      kind: 'party',
      data: { party: 1, side: 'complainant', role: 'principal' },
      scope: complainant,
      words: answersKept(filing, 'party'),
    },
  ]
}

const factsOf = ({ track, category, anonymous, danger }: Filing, unitKind: UnitKind): ClockFacts => ({
  track,
  category,
  unitKind,
  danger,
  named: !anonymous,
})

/** The first step after a filing and its last day, for the check page. */
export const firstStep = (filing: Filing, now: number): { what: string; by: string } | undefined => {
  const { kind, id } = startOf(filing)
  const facts = factsOf(filing, kind)
  return nextSteps(publicClocks(clocksOf(asStored(eventsOf(filing, id, now, facts), 0), now)))[0]
}

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
    }
    const newCase: NewCase = {
      numbers: { year, six: makeCaseNumber(random, year, 6), seven: makeCaseNumber(random, year, 7) },
      trackingCode,
      staffSaw: registered !== undefined,
      events,
      person: { phone, name },
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
      return ok({ ...(earlier.answer as FiledAnswer), caseNumber: earlier.number })
    }
  }
  throw new Error('filing: no free case number found')
}
