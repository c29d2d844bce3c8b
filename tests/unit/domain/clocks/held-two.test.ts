import { describe, expect, it } from 'vitest'
import { dueIn, heldIn, heldOf, heldsIn, waitsForTalk } from '#domain/clocks/held.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'

/** Two people of a case who each ask for something: what is about one says nothing about the other. */

const day = 86_400_000
const [village, county] = ['qingshi-liuwan-committee', 'shili-centre']
type Row = [kind: EventKind, days: number, party?: number | undefined, actor?: CaseEvent['actor']]
/** The history of a case at one desk; each row happened so many days after the start, and names a person or nobody. */
const at = (unit: string, ...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, days, party, actor = 'system'], index) => ({
    ...{ seq: index + 1, kind, at: days * day, unit, actor, acting: '', hash: '' },
    data: party === undefined ? {} : { party },
  }))
const ended: Row[] = [
  ['filed', 0],
  ['declined', 1],
]
const both: Row[] = [...ended, ['erasure-asked', 3, 1], ['erasure-asked', 4, 2]]
const ofBoth = (events: CaseEvent[]) => [heldOf(events, 1), heldOf(events, 2)]
const parties = (events: CaseEvent[]) => heldsIn(events).map(({ party }) => party)

describe('the request of each of two people', () => {
  it('is their own', () => {
    expect(ofBoth(at(village, ...both))).toMatchObject([
      { party: 1, askedAt: 3 * day, effectiveAt: 10 * day },
      { party: 2, askedAt: 4 * day, effectiveAt: 11 * day },
    ])
    expect(heldOf(at(village, ...both), 3)).toBeNull()
  })

  it.each<[string, Row, number[]]>([
    ['the first takes theirs back', ['request-cancelled', 5, 1], [2]],
    ['the second takes theirs back', ['request-cancelled', 5, 2], [1]],
    ['the first does so and is not named', ['request-cancelled', 5, undefined, 'party:1'], [2]],
    ['the second does so and is not named', ['request-cancelled', 5, undefined, 'party:2'], [1]],
    ['who filed is erased', ['erased', 5, 1], [2]],
    ['the other is erased', ['erased', 5, 2], [1]],
    ['the case is reopened', ['reopened', 5], []],
  ])('ends for them alone, unless the whole case is concerned: %s', (_, row, left) => {
    expect(parties(at(village, ...both, row))).toEqual(left)
  })

  it.each<[string, Row, object[]]>([
    ['with the first', ['request-confirmed', 5, 1], [{ unconfirmed: false }, { unconfirmed: true }]],
    ['with the second', ['request-confirmed', 5, 2], [{ unconfirmed: true }, { unconfirmed: false }]],
    ['with the first, put off', ['request-set-aside', 5, 1], [{ setAside: true }, { setAside: false }]],
    ['with the second, put off', ['request-set-aside', 5, 2], [{ setAside: false }, { setAside: true }]],
  ])('has a talk of its own: %s', (_, row, expected) => {
    const helds = ofBoth(at(county, ...both, row))
    expect(helds).toMatchObject(expected)
    const own = row[2]
    expect(helds.map((held) => held?.talk?.seq)).toEqual(own === 1 ? [5, undefined] : [undefined, 5])
  })

  it('needs a talk where staff gave this person the code', () => {
    const events = at(village, ...ended, ['invited', 2, 2], ...both.slice(2))
    expect(ofBoth(events)).toMatchObject([{ afterTalk: false }, { afterTalk: true }])
  })
})

describe('the requests of two people', () => {
  it.each<[string, Row[], number[]]>([
    ['asked', both.slice(2), [1, 2]],
    ['asked anew', [...both.slice(2), ['request-cancelled', 5, 1], ['erasure-asked', 6, 1]], [2, 1]],
    [
      'asked at the same moment',
      [
        ['erasure-asked', 3, 2],
        ['erasure-asked', 3, 1],
      ],
      [2, 1],
    ],
  ])('are in the order in which they %s', (_, rows, order) => {
    expect(parties(at(village, ...ended, ...rows))).toEqual(order)
  })

  it.each<[string, Row[], number, boolean]>([
    ['the first of two that wait', [], 1, true],
    ['the one that waits, not one put off', [['request-set-aside', 5, 1]], 2, true],
    ['the one that waits, not one talked about', [['request-confirmed', 5, 1]], 2, true],
    ['the first, if the second was put off', [['request-set-aside', 5, 2]], 1, true],
    [
      'the one put off, not one talked about',
      [
        ['request-confirmed', 5, 1],
        ['request-set-aside', 5, 2],
      ],
      2,
      false,
    ],
    [
      'the first of two put off',
      [
        ['request-set-aside', 5, 1],
        ['request-set-aside', 5, 2],
      ],
      1,
      false,
    ],
    [
      'the first of two talked about',
      [
        ['request-confirmed', 5, 1],
        ['request-confirmed', 5, 2],
      ],
      1,
      false,
    ],
  ])('concern the desk one by one: %s', (_, rows, party, waits) => {
    const events = at(county, ...both, ...rows)
    expect([heldIn(events)?.party, waitsForTalk(events)]).toEqual([party, waits])
  })

  it('take effect one by one, who asked first first', () => {
    const events = at(village, ...both)
    const due = (days: number) => dueIn(events, days * day)?.party
    expect([due(9), due(10), due(11)]).toEqual([undefined, 1, 1])
    expect(dueIn(at(village, ...both, ['erased', 10, 1]), 11 * day)?.party).toBe(2)
    expect(dueIn(at(county, ...both, ['request-confirmed', 5, 2]), 11 * day)?.party).toBe(2)
  })
})
