import { describe, expect, it } from 'vitest'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { knownToOther } from '#domain/history/other-side.ts'
import { isLateRecord, isProven, isUnproven, spotIn } from '#domain/history/spot.ts'
import { agreementData } from '#domain/spot/record.ts'
import type { EventKind } from '#domain/words/events.ts'
import { spotTable } from '../../../support/spot-table.ts'

/** A record on the spot (docs/adr/0045-on-the-spot.md): when it counts, and what the other side knows of it. */

const at = Date.parse('2026-11-24T10:00:00+08:00')
const history = (...rows: [EventKind, EventData?][]): CaseEvent[] =>
  rows.map(([kind, data = {}], index) => ({
    ...{ seq: index + 1, kind, actor: 'staff:a', at, unit: 'qingshi-liuwan-committee' },
    ...{ acting: 'qingshi-liuwan-committee', hash: '', data },
  }))
const recorded = (data: EventData, ...later: [EventKind, EventData?][]) =>
  history(
    ['filed', { spot: true }],
    ['party', { party: 1, side: 'complainant' }],
    ['party', { party: 2, side: 'other' }],
    ['subject-set'],
    ['settled', { spot: true, ...data }],
    ['message', { to: ['party:1'] }],
    ['told', { party: 2, to: ['party:2'] }],
    ...later,
  )
const oral: EventData = { form: 'oral', effectiveOn: '2026-11-24' }
const own = (party: number): [EventKind, EventData] => ['code-replaced', { party }]
const denied = (party: number): [EventKind, EventData] => ['spot-disputed', { party }]

describe('a record counts', () => {
  it.each(spotTable)('%s, then %j: %j', (agreed, later, counts) => {
    const data = agreementData({ agreed, on: '2026-11-24' })
    const events = recorded(data, ...later)
    const spot = spotIn(events)
    expect(spot && isProven(events, spot)).toBe(counts)
    const isDenied = later.some(([kind]) => kind === 'spot-disputed')
    expect(isUnproven(events)).toBe(!counts && !isDenied)
  })

  it('is none if it was settled on the ordinary way', () => {
    const events = history(['filed'], ['accepted'], ['settled', { effectiveOn: '2026-11-24' }])
    expect(spotIn(events)).toBeUndefined()
    expect(isUnproven(events)).toBe(false)
  })
})

it.each([
  ['2026-11-24', false],
  ['2026-11-23', true],
])('a record of %s is written on a later day: %j', (effectiveOn, late) => {
  const spot = spotIn(recorded({ ...oral, effectiveOn }))
  expect(spot && isLateRecord(spot)).toBe(late)
})

describe('the other side knows', () => {
  it('the result and what they were told, without clocks, staff and what was filed', () => {
    const known = knownToOther(recorded(oral, own(1), denied(1), own(2)), 2)
    expect(known.map(({ kind }) => kind)).toEqual(['settled', 'told', 'code-replaced'])
    expect(known[0]?.data).toEqual({ spot: true, ...oral })
  })

  it('nothing if they came to the case later and were not invited', () => {
    expect(knownToOther(recorded(oral, ['party', { party: 3, side: 'other' }]), 3)).toEqual([])
  })
})
