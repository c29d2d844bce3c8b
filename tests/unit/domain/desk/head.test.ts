import { describe, expect, it } from 'vitest'
import { addDays, dayOf, startOfDay } from '#domain/basics/time.ts'
import { type ListScope, mayHold, relationTo } from '#domain/desk/access.ts'
import { datesOf } from '#domain/desk/dates.ts'
import { firstThings } from '#domain/desk/first-things.ts'
import {
  type CountedCases,
  countOf,
  dayNumber,
  dueFigure,
  dueSpan,
  type Figures,
  figuresBy,
  type HeadFigure,
  headFigures,
  nameOfFigure,
  noFigures,
} from '#domain/desk/head-figures.ts'
import { deskEntry } from '#domain/desk/listing.ts'
import { marks, marksIn, sumsWith } from '#domain/desk/marks.ts'
import { findPlace, isAt, placeIn, placeName } from '#domain/desk/places.ts'
import { askedFromAbove, supervisionsIn } from '#domain/desk/supervisions.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { turnedTo } from '#domain/history/turned-to.ts'
import { aboutIds } from '#domain/words/about.ts'
import type { EventKind } from '#domain/words/events.ts'
import { county } from '#generated/county.ts'

/** The rules of a head's view: figures, places, marks, questions from above, what comes first. */

const village = 'qingshi-liuwan-committee'
const town = 'qingshi-committee'
const centre = 'shili-centre'

type Row = [kind: EventKind, unit: string, acting?: string, data?: EventData]

const history = (...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, unit, acting = '', data = {}], index) => ({
    ...{ seq: index + 1, kind, actor: acting ? 'staff:a' : 'party:1', at: index * 1000, unit, acting, data },
    hash: '',
  }))

const filed = (about: EventData['about'] = 'none', unit = village): Row => [
  'filed',
  unit,
  '',
  { track: 'mediation', category: 'neighbour', region: 'qingshi-liuwan', about },
]
const asked = (by: string, unit = village): Row => ['supervised', unit, by, { answerBy: '2026-12-01' }]
const answer = (supervision: number, above: string): Row => [
  'supervision-answered',
  village,
  village,
  { supervision, above },
]

describe('a question of a unit above', () => {
  it.each<[string, Row[], number[]]>([
    ['stands', [asked(town)], [2]],
    ['of several stand all', [asked(town), asked(centre)], [2, 3]],
    ['ends with its answer, and no other', [asked(town), asked(centre), answer(2, town)], [3]],
    ['does not end with a note', [asked(town), ['noted', village, village]], [2]],
    ['ends with the case', [asked(town), ['settled', village, village]], []],
    [
      'does not come back with it',
      [asked(town), ['settled', village, village], ['reopened', village, town]],
      [],
    ],
    [
      'stands in a case that ended before it was asked, and was reopened',
      [['settled', village, village], ['reopened', village, town], asked(town)],
      [4],
    ],
    [
      'goes with the case to a desk beside',
      [asked(town), ['transferred', 'qingshi-songping-committee', village]],
      [2],
    ],
    ['ends at the desk of who asked', [asked(town), ['escalated', town, village]], []],
    ['ends out of the sight of who asked', [asked(town), ['transferred', 'yunxi-committee', village]], []],
    [
      'stays if who asked still looks into it',
      [asked(centre), ['transferred', 'yunxi-committee', village]],
      [2],
    ],
    ['ends at the county', [asked(centre), ['danger-marked', centre, village]], []],
    [
      'is none of the other events with a day',
      [['lead-named', village, town, { answerBy: '2026-12-01' }]],
      [],
    ],
    ['is answered once', [asked(town), answer(2, town), answer(2, centre)], []],
    ['without a day is none', [['supervised', village, town]], []],
  ])('%s', (_, rows, open) => {
    expect(askedFromAbove(history(filed(), ...rows)).map(({ seq }) => seq)).toEqual(open)
  })

  it('keeps its answer, also after the end of the case', () => {
    const events = history(filed(), asked(town), answer(2, town), ['settled', village, village])
    const twice = [...events, ...history(filed(), asked(town), answer(2, town), answer(2, town)).slice(3)]
    for (const some of [events, twice])
      expect(supervisionsIn(some)).toMatchObject([
        { by: town, askedAt: 1000, answerBy: '2026-12-01', answer: { seq: 3 } },
      ])
  })

  it('has a day that is late like others, and a mark', () => {
    const events = history(filed(), asked(town))
    expect(datesOf(events, 'accepted').map(({ by }) => by)).toEqual(['2026-12-01'])
    expect(marksIn(events)).toBe(marks.supervised)
  })

  it('is answered to the unit that asked, until that unit acts in the case', () => {
    const events = history(filed(), asked(town), answer(2, town))
    expect([...turnedTo(events)]).toEqual([[town, 'answeredUs']])
    expect([
      ...turnedTo([
        ...events,
        ...history(filed(), asked(town), answer(2, town), ['noted', village, town]).slice(3),
      ]),
    ]).toEqual([])
  })

  it('stands only at a desk that may hold the case, below a unit that sees it, whatever the case is about', () => {
    const units = county.units.map(({ id }) => id)
    let standing = 0
    for (const about of aboutIds)
      for (const by of units)
        for (const to of units.filter((id) => id !== village && mayHold(id, about))) {
          const events = history(filed(about), asked(by), ['transferred', to, village])
          const listed = { unit: to, about, cohandlers: [], assignee: null, recused: [] }
          const sees = relationTo({ id: 'x', unit: by, role: 'lead' }, listed) === 'superior'
          expect(askedFromAbove(events).length > 0, `${about} ${by} ${to}`).toBe(
            sees &&
              relationTo({ id: 'x', unit: by, role: 'lead' }, { ...listed, unit: village }) === 'superior',
          )
          if (askedFromAbove(events).length > 0) standing += 1
          // Nobody finds the case under a scope in which they would not find it without the question.
          const facts = { status: 'accepted', about, danger: false, people: null } as const
          const without = history(filed(about), ['noted', village, village], ['transferred', to, village])
          const scopes = (of: CaseEvent[]) => deskEntry(of, facts, 1e13).scopes.sort()
          expect(scopes(events)).toEqual(scopes(without))
        }
    expect(standing).toBeGreaterThan(50)
  })
})

describe('marks', () => {
  it.each<[string, Row[], number]>([
    ['none of a new case', [], 0],
    ['urged', [['urged', village]], marks.urged],
    [
      'no more once it was answered',
      [
        ['urged', village],
        ['message', village, village, { to: ['party:1'] }],
      ],
      0,
    ],
    ['a message is no urge', [['wrote', village]], 0],
    ['returned once is none', [['returned', village, town, { from: town }]], 0],
    [
      'returned twice',
      [
        ['returned', village, town, { from: town }],
        ['returned', village, town, { from: town }],
      ],
      marks.bounced,
    ],
    [
      'several at once',
      [['urged', village], asked(town), ['returned', village, town], ['returned', village, town]],
      7,
    ],
  ])('%s', (_, rows, sum) => {
    expect(marksIn(history(filed(), ...rows))).toBe(sum)
  })

  it('are found in every sum that has them', () => {
    expect(sumsWith('urged')).toEqual([1, 3, 5, 7])
    expect(sumsWith('bounced')).toEqual([2, 3, 6, 7])
    expect(sumsWith('supervised')).toEqual([4, 5, 6, 7])
  })
})

describe('a place', () => {
  it.each<[ListScope, string, string]>([
    ['below:shili', village, 'qingshi/qingshi-liuwan-committee'],
    ['below:shili', town, 'qingshi/qingshi-committee'],
    ['below:qingshi', village, 'qingshi-liuwan'],
    ['below:qingshi', town, ''],
    ['at:shili', centre, ''],
    ['at:shili', town, ''],
    ['unit:qingshi-committee', town, ''],
    ['staff:a', village, village],
  ])('of %s with the desk %s is %s', (scope, desk, place) => {
    expect(placeIn(scope, desk, 'none')).toBe(place)
  })

  it.each([
    ['qingshi', '青石镇'],
    ['qingshi/qingshi-committee', '青石镇人民调解委员会'],
  ])('%s is called %s', (place, name) => {
    expect(placeName(place)).toBe(name)
  })

  it('counts nothing at a unit that may not hold the case', () => {
    expect(placeIn('staff:a', village, 'village-cadre')).toBe('')
  })

  it.each([
    ['qingshi', village, true],
    ['qingshi', 'yunxi-committee', false],
    ['qingshi-liuwan', village, true],
    ['qingshi/qingshi-committee', town, true],
    ['qingshi/qingshi-committee', village, false],
  ])('%s has the desk %s: %s', (place, desk, is) => {
    expect(isAt(place, desk)).toBe(is)
  })

  it.each([
    ['qingshi', true],
    ['qingshi/qingshi-committee', true],
    ['nowhere', false],
    ['qingshi/nobody', false],
    ['qingshi/qingshi-committee/x', false],
    ['', false],
  ])('%j is known: %s', (text, known) => {
    expect(findPlace(text)).toBe(known ? text : null)
  })
})

// A Wednesday: Monday is the 23rd, Sunday the 29th.
const now = startOfDay('2026-11-25') + 36_000_000
const today = dayOf(now)
const row = (measure: string, value: number, count = 1, place = 'qingshi'): CountedCases => ({
  ...{ scope: 'below:shili', place, measure, value, count },
})
const due = (days: number, count = 1, place = 'qingshi') =>
  row('due', dayNumber(addDays(today, days)), count, place)

describe('the columns', () => {
  it('are what is late first, and no colour that alarms nobody', () => {
    expect(headFigures.map(({ id }) => id)).toEqual([
      ...['over', 'week', 'colour-3', 'colour-2', 'supervised', 'bounced', 'urged', 'approve'],
      ...['revisit', 'fresh', 'open'],
    ])
  })

  it('have names and definitions in Chinese, each its own', () => {
    const all = [dueFigure, ...headFigures]
    for (const { id, name, means } of all) {
      expect(name, id).toMatch(/^[\u4e00-\u9fff]{2,8}$/)
      expect(means, id).toMatch(/^[\u4e00-\u9fff，、]{5,40}$/)
      expect(nameOfFigure(id)).toBe(name)
    }
    for (const words of [all.map(({ name }) => name), all.map(({ means }) => means)])
      expect(new Set(words).size).toBe(all.length)
    expect(nameOfFigure('colour-0')).toBe('colour-0')
  })

  it('are nothing for somebody who has nothing', () => {
    const counts = Object.fromEntries([dueFigure, ...headFigures].map(({ id }) => [id, 0]))
    expect(noFigures('a')).toEqual({ key: 'a', counts, waiting: 0, longest: null, waitsSince: null })
    // A colour that calls for nothing is not counted.
    expect(countOf(noFigures('a'), 'colour-0')).toBe(0)
  })
})

describe('figures', () => {
  it.each<[string, CountedCases, HeadFigure[]]>([
    ['due yesterday', due(-1), ['due', 'over']],
    ['due today', due(0), ['due', 'week']],
    ['due on Sunday', due(4), ['week']],
    ['due on Monday', due(5), []],
    ['red', row('colour', 3), ['colour-3', 'open']],
    ['yellow', row('colour', 2), ['colour-2', 'open']],
    ['green', row('colour', 0), ['open']],
    ['filed on Monday', row('filed', dayNumber('2026-11-23')), ['fresh']],
    ['filed on Sunday', row('filed', dayNumber('2026-11-22')), []],
    ['waiting for approval', row('approve', 5), ['approve']],
    ['waiting for a revisit', row('revisit', 5), ['revisit']],
    ['waiting for something else', row('new', 5), []],
    ['urged', row('urged', 0), ['urged']],
    ['bounced', row('bounced', 0), ['bounced']],
    ['supervised', row('supervised', 0), ['supervised']],
  ])('of what is %s', (_, counted, expected) => {
    const open = row('colour', 0)
    const [figures] = figuresBy('place', [counted, open], now)
    const ids: HeadFigure[] = ['due', ...headFigures.map(({ id }) => id)]
    const found = ids.filter((id) => figures && countOf(figures, id) > (id === 'open' ? 1 : 0))
    expect(found.sort()).toEqual([...expected].sort())
    expect(Object.keys(figures?.counts ?? {}).sort()).toEqual(ids.sort())
  })

  it('begin with what has been overdue longest, then the most overdue, then the most open', () => {
    const rows = [
      row('colour', 0, 9, 'a'),
      due(-2, 5, 'b'),
      due(-30, 1, 'c'),
      due(-2, 6, 'd'),
      row('colour', 0, 10, 'e'),
    ]
    const keys = (some: CountedCases[]) => figuresBy('place', some, now).map(({ key }) => key)
    expect(keys(rows)).toEqual(['c', 'd', 'b', 'e', 'a'])
    expect(keys(rows.toReversed())).toEqual(['c', 'd', 'b', 'e', 'a'])
  })

  it('that are the same stand by their places', () => {
    const rows = ['c', 'a', 'b'].map((place) => row('colour', 0, 1, place))
    expect(figuresBy('place', rows, now).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  })

  it('leave out what the reader must keep out of, its day too', () => {
    const [figures] = figuresBy('place', [due(-30, 1), due(-30, -1), due(-2, 1)], now)
    expect([figures?.counts.over, figures?.longest]).toEqual([1, addDays(today, -2)])
    expect(figuresBy('place', [due(-30, 1), due(-30, -1)], now)).toEqual([])
  })

  it('of a person say how many wait, and since when', () => {
    const waiting = (measure: string, days: number) =>
      ({ ...row(measure, dayNumber(addDays(today, days))), scope: 'staff:a' }) as const
    const [figures] = figuresBy(
      'scope',
      [waiting('new', -3), waiting('wrote', -9), { ...row('colour', 0, 2), scope: 'staff:a' }],
      now,
    )
    expect(figures).toMatchObject({ key: 'staff:a', waiting: 2, waitsSince: addDays(today, -9) })
  })

  it.each([
    ['over', -1, true],
    ['over', 0, false],
    ['week', -1, false],
    ['week', 0, true],
    ['week', 4, true],
    ['week', 5, false],
  ] as const)('%s lists what is due in %i days: %s', (within, days, is) => {
    const { dueFrom = 0, dueBefore } = dueSpan(within, now)
    // A limit ends with the first instant after its last day.
    const end = startOfDay(addDays(today, days + 1))
    expect(end >= dueFrom && end < dueBefore).toBe(is)
  })

  it('the spans of a list begin and end with the first instant of a day', () => {
    const first = startOfDay(today) + 1
    expect(dueSpan('over', now)).toEqual({ dueBefore: first })
    expect(dueSpan('week', now)).toEqual({ dueFrom: first, dueBefore: startOfDay(addDays(today, 5)) + 1 })
  })
})

describe('the first things to do', () => {
  const place = (key: string, counts: Partial<Figures['counts']>) => {
    const none = noFigures(key)
    return { ...none, counts: { ...none.counts, ...counts } as Figures['counts'] }
  }
  it.each<[string, Partial<Record<HeadFigure, number>>, HeadFigure[]]>([
    ['nothing', { open: 9, fresh: 3 }, []],
    ['what is late', { over: 1 }, ['over']],
    [
      'no more than three',
      { over: 1, approve: 1, supervised: 1, bounced: 1, urged: 1 },
      ['over', 'approve', 'supervised'],
    ],
    ['in a fixed order', { week: 9, urged: 1, bounced: 1 }, ['bounced', 'urged', 'week']],
    ['revisits before the week', { week: 1, revisit: 1 }, ['revisit', 'week']],
  ])('are %s', (_, counts, expected) => {
    expect(firstThings([place('qingshi', counts)]).map(({ figure }) => figure)).toEqual(expected)
  })

  it('say each in its own words what is to be done', () => {
    const figures = ['over', 'approve', 'supervised', 'bounced', 'urged', 'revisit', 'week'] as const
    const said = figures.map((id) =>
      firstThings([place('qingshi', { [id]: 1 })])
        .map(({ what }) => what)
        .join(),
    )
    for (const what of said) expect(what).toMatch(/^件[\u4e00-\u9fff，]{4,20}$/)
    expect(new Set(said).size).toBe(figures.length)
  })

  it('add up all places and name the one with most; of what is late, the one with the longest', () => {
    const things = firstThings([place('a', { over: 1, approve: 1 }), place('b', { over: 4, approve: 3 })])
    expect(things.map(({ count, place: where, there }) => [count, where, there])).toEqual([
      [5, 'a', 1],
      [4, 'b', 3],
    ])
  })
})
