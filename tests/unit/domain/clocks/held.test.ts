import { describe, expect, it } from 'vitest'
import { startOfDay } from '#domain/basics/time.ts'
import { askFault, dueIn, heldIn, waitsForTalk, withdrawnAt } from '#domain/clocks/held.ts'
import { keptFor } from '#domain/clocks/kept-until.ts'
import { deskEntry } from '#domain/desk/listing.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { statusIn } from '#domain/history/status-replay.ts'
import type { EventKind } from '#domain/words/events.ts'

const day = 86_400_000
const village = 'qingshi-liuwan-committee'
const county = 'shili-centre'

type Row = [kind: EventKind, days: number, unit?: string]
/** A history; each row happened so many days after the start, and the case stays where the last row left it. */
const history = (...rows: Row[]): CaseEvent[] => {
  let desk = village
  return rows.map(([kind, days, unit], index) => {
    desk = unit ?? desk
    return {
      ...{ seq: index + 1, kind, at: days * day, unit: desk },
      ...{ actor: 'system', acting: '', data: {}, hash: '' },
    }
  })
}
const filed: Row = ['filed', 0]
const asked: Row = ['withdrawal-asked', 1]

const own = { staffSaw: false, side: 'complainant', party: 1 } as const
const seen = { ...own, staffSaw: true }

it('to withdraw is asked for by who filed alone; each asks for their own erasure', () => {
  const other = { staffSaw: false, side: 'other', party: 2 } as const
  expect(askFault(history(filed), 'withdraw', other)).toBe('side')
  expect(askFault(history(filed, ['declined', 1]), 'erase', other)).toBeNull()
})

describe('a request to withdraw', () => {
  const waits = { what: 'withdraw', party: 1, askedAt: day, effectiveAt: 8 * day, unconfirmed: false }
  const untalked = { ...waits, unconfirmed: true }

  it.each<[string, Row[], object | null]>([
    ['was never made', [filed], null],
    ['waits seven days', [filed, asked], waits],
    ['waits while the desk goes on', [filed, asked, ['accepted', 2], ['asked', 3], ['replied', 4]], waits],
    ['is void once taken back', [filed, asked, ['request-cancelled', 2]], null],
    ['is made again', [filed, asked, ['request-cancelled', 2], ['withdrawal-asked', 1]], waits],
    ['is void once the case has ended', [filed, asked, ['settled', 2]], null],
    ['is void once it took effect', [filed, asked, ['withdrawn', 8]], null],
    ['is void in a case that ended and was reopened', [filed, asked, ['closed', 2], ['reopened', 3]], null],
    ['at the county waits for a talk as well', [['filed', 0, county], asked], untalked],
    ['at the county is confirmed', [['filed', 0, county], asked, ['request-confirmed', 2]], waits],
    [
      'that comes to the county waits for a talk as well',
      [filed, asked, ['danger-marked', 2, county]],
      untalked,
    ],
    ['that is handed up does so too', [filed, asked, ['escalated', 2, county]], untalked],
    [
      'that leaves the county still waits for it',
      [['filed', 0, county], asked, ['sent-down', 2, village]],
      untalked,
    ],
    [
      'of a case that had left the county before',
      [['filed', 0, county], ['sent-down', 0, village], asked],
      waits,
    ],
    [
      'is confirmed for itself only',
      [
        ['filed', 0, county],
        asked,
        ['request-confirmed', 2],
        ['request-cancelled', 3],
        ['withdrawal-asked', 1],
      ],
      untalked,
    ],
  ])('%s', (_, rows, expected) => {
    const held = heldIn(history(...rows))
    if (expected) expect(held).toMatchObject(expected)
    else expect(held).toBeNull()
  })

  it.each<[string, Row[], number, boolean]>([
    ['where nothing was asked for', [filed], 80 * day, false],
    ['before the seventh day', [filed, asked], 8 * day - 1, false],
    ['on the seventh day', [filed, asked], 8 * day, true],
    ['at the county', [['filed', 0, county], asked], 80 * day, false],
    ['at the county after a talk', [['filed', 0, county], asked, ['request-confirmed', 2]], 8 * day, true],
    [
      'at the county after a late talk',
      [['filed', 0, county], asked, ['request-confirmed', 20]],
      20 * day,
      true,
    ],
  ])('takes effect or not: %s', (_, rows, now, due) => {
    const held = dueIn(history(...rows), now)
    expect(held !== null).toBe(due)
  })

  it.each<[string, Row[], string | null]>([
    ['an open case', [filed], null],
    ['a case that waits for its holder', [filed, ['asked', 1]], null],
    ['a case with another body', [filed, ['referred', 1]], null],
    ['a case that has ended', [filed, ['declined', 1]], 'standing'],
    ['a case of which it was asked for', [filed, asked], 'pending'],
    ['a case in which it was taken back', [filed, asked, ['request-cancelled', 2]], null],
  ])('can be made in %s: %s', (_, rows, fault) => {
    expect(askFault(history(...rows), 'withdraw', own)).toBe(fault)
  })
})

it('takes effect at its desk, by nobody of the staff', () => {
  expect(withdrawnAt(village, 8 * day)).toEqual({
    ...{ kind: 'withdrawn', actor: 'system', at: 8 * day, unit: village, acting: '', data: {} },
  })
})

it('needs a code that staff have not seen', () => {
  expect(askFault(history(filed), 'withdraw', seen)).toBe('codeSeen')
  expect(askFault(history(filed, ['declined', 1]), 'erase', seen)).toBe('codeSeen')
})

describe('a request to erase', () => {
  const settled: Row[] = [filed, ['accepted', 1], ['settled', 2]]
  const ask = (at: number): Row => ['erasure-asked', at]
  const from = (...rows: Row[]) => heldIn(history(...rows))?.effectiveAt

  it.each<[string, Row[], number]>([
    ['after a refusal', [filed, ['declined', 1], ask(2)], 9 * day],
    ['after a failed mediation', [filed, ['failed', 1], ask(2)], 9 * day],
    ['after it was withdrawn', [filed, ['withdrawn', 1], ask(2)], 9 * day],
    // 3 January 1970 and thirty days, a Monday; days begin at midnight in China, eight hours before those of UTC.
    ['of an agreement that is closed', [...settled, ['closed', 3], ask(4)], startOfDay('1970-02-03')],
    ['long after it was closed', [...settled, ['closed', 3], ask(60)], 67 * day],
    ['of an agreement that is not closed', [...settled, ask(4)], startOfDay('1970-04-04')],
    [
      'of one that is closed after the request',
      [...settled, ask(4), ['closed', 5]],
      startOfDay('1970-04-04'),
    ],
    ['of one that nobody closes', [...settled, ask(200)], 207 * day],
    // 2 January 1970 and thirty days is a Sunday.
    ['after an answer', [filed, ['answered', 1], ask(2)], startOfDay('1970-02-03')],
  ])('takes effect %s', (_, rows, at) => {
    expect(from(...rows)).toBe(at)
  })

  it('is of the person who made it', () => {
    const events = history(filed, ['declined', 1], ask(2))
    const theirs = { ...events[2], data: { party: 2 } } as CaseEvent
    expect(heldIn([...events.slice(0, 2), theirs])?.party).toBe(2)
  })

  it('waits for the longest that still runs, of the last end alone', () => {
    const kept = (...rows: Row[]) => keptFor(history(...rows), 3 * day).map((one) => one.for)
    expect(kept(...settled)).toEqual(['performance', 'confirmation'])
    expect(kept(...settled, ['reopened', 2], ['declined', 2])).toEqual([])
    expect(kept(...settled, ['reopened', 2])).toEqual([])
  })

  it('waits for a review from the answer on, if the paper says it came earlier', () => {
    const events = history(filed, ['answered', 1], ['delivered', 1], ask(2))
    const early = { ...events[2], data: { delivery: { by: 'post', on: '1969-12-20' } } } as CaseEvent
    const held = heldIn([...events.slice(0, 2), early, ...events.slice(3)])
    expect(held?.effectiveAt).toBe(startOfDay('1970-02-03'))
  })

  it('waits for a review that begins after it, once the answer is delivered', () => {
    const events = history(filed, ['answered', 1], ask(2), ['delivered', 20])
    const delivered = { ...events[3], data: { delivery: { by: 'post', on: '1970-01-21' } } } as CaseEvent
    expect(heldIn([...events.slice(0, 3), delivered])?.effectiveAt).toBe(startOfDay('1970-02-21'))
  })

  it.each<[string, Row[], string | null]>([
    ['an open case', [filed], 'standing'],
    ['a case that has ended', [filed, ['declined', 1]], null],
    ['a closed case', [filed, ['closed', 1]], null],
    ['a case that was reopened', [filed, ['closed', 1], ['reopened', 2]], 'standing'],
    ['a case of which it was asked for', [filed, ['closed', 1], ask(2)], 'pending'],
  ])('can be made in %s: %s', (_, rows, fault) => {
    expect(askFault(history(...rows), 'erase', own)).toBe(fault)
  })

  it('is void once it took effect', () => {
    expect(heldIn(history(filed, ['closed', 1], ask(2), ['erased', 9]))).toBeNull()
  })

  it('is void once the case is reopened, and at the county waits for a talk', () => {
    expect(heldIn(history(filed, ['closed', 1], ask(2), ['reopened', 3]))).toBeNull()
    expect(heldIn(history(['filed', 0, county], ['closed', 1], ask(2)))?.unconfirmed).toBe(true)
    expect(dueIn(history(['filed', 0, county], ['closed', 1], ask(2)), 99 * day)).toBeNull()
  })
})

describe('the desk', () => {
  const entry = (now: number, ...rows: Row[]) => {
    const events = history(...rows)
    return deskEntry(events, { status: statusIn(events), about: 'none', danger: false, people: null }, now)
  }
  const accepted: Row = ['accepted', 0]

  it.each<[string, Row[], string]>([
    ['of a village has nothing to do, and knows of it', [filed, accepted, asked], 'withdrawing'],
    ['is told of it no more once it is taken back', [filed, accepted, asked, ['request-cancelled', 2]], ''],
    ['of the county speaks with the holder', [['filed', 0, county], accepted, asked], 'held'],
    ['of the county takes a new case on first', [['filed', 0, county], asked], 'new'],
    ['has done so', [['filed', 0, county], accepted, asked, ['request-confirmed', 2]], 'withdrawing'],
    ['has set it aside', [['filed', 0, county], accepted, asked, ['request-set-aside', 2]], ''],
    ['has set words aside', [['filed', 0, county], accepted, asked, ['set-aside', 2]], 'held'],
  ])('%s', (_, rows, waits) => {
    expect(entry(3 * day, ...rows).waiting.waits).toBe(waits)
  })

  it('is refreshed when the request takes effect, and at once when that is due', () => {
    expect(entry(3 * day, filed, asked).nextChangeAt).toBe(8 * day)
    expect(entry(9 * day, filed, asked).nextChangeAt).toBe(9 * day)
    expect(entry(3 * day, ['filed', 0, county], asked).nextChangeAt).toBeNull()
  })

  it('is asked for a talk that it has set aside no more, though the request is not confirmed by that', () => {
    const events = history(['filed', 0, county], asked, ['request-set-aside', 2])
    expect([waitsForTalk(events), heldIn(events)?.unconfirmed]).toEqual([false, true])
  })
})
