import { describe, expect, it } from 'vitest'
import { addDays, type Day, startOfTime } from '#domain/basics/time.ts'
import { caseDay, laterLooks } from '#domain/figures/case-day.ts'
import type { Measure } from '#domain/figures/measures.ts'
import type { Actor, CaseEvent, EventData } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'

/** What each event of a case counts for, one rule a row; the days are those of November 2026. */

const desk = 'qingshi-liuwan-committee'
const day = (date: number): Day => `2026-11-${String(date).padStart(2, '0')}`

type Step = [date: number, kind: EventKind, data?: EventData, more?: Partial<CaseEvent>]
const staff: Actor = 'staff:wu'

const history = (...steps: Step[]): CaseEvent[] =>
  steps.map(([date, kind, data = {}, more = {}], index) => ({
    seq: index + 1,
    kind,
    actor: staff,
    at: startOfTime(day(date), '10:00') + index * 1000,
    unit: desk,
    acting: desk,
    data,
    hash: '',
    ...more,
  }))

const filing: EventData = {
  ...{ track: 'mediation', category: 'neighbour', region: 'qingshi-liuwan', about: 'none', danger: false },
  ...{ anonymous: false, channel: 'online' },
}
const filed = (data: EventData = {}): Step => [2, 'filed', { ...filing, ...data }, { actor: 'party:1' }]
const person: Step = [2, 'party', { party: 1, side: 'complainant' }, { actor: 'party:1' }]
const other: Step = [2, 'party', { party: 2, side: 'other' }]

/** What counts on a day, as measure → number or `number of days`d. */
const counts = (events: CaseEvent[], on: Day, fen?: ReadonlyMap<number, number>): string[] => {
  const until = events.filter(({ at }) => at < startOfTime(addDays(on, 1), '00:00'))
  return caseDay(until, on, fen)
    .map(({ measure, value, n, key }) =>
      [measure, key, value === 0 ? '' : `@${value}`, n === 1 ? '' : `×${n}`].filter(Boolean).join(' '),
    )
    .sort()
}

describe('what counts for nothing', () => {
  it('a case from an old ledger: on no day, and it is looked at again on none', () => {
    const own = history(filed(), person, [4, 'accepted'], [5, 'settled'])
    const old = history(filed({ imported: true }), person, [4, 'accepted'], [5, 'settled'])
    const all = [2, 3, 4, 5].map(day)
    expect(all.flatMap((on) => counts(own, on)).length).toBeGreaterThan(3)
    expect(all.flatMap((on) => counts(old, on))).toEqual([])
    const opened = (data: EventData) => laterLooks(history(filed(data), person), day(2))
    expect(opened({ clocks: [{ rule: 'county-tell', days: 3, workdays: true }] } as EventData)).not.toEqual(
      [],
    )
    expect(
      opened({ imported: true, clocks: [{ rule: 'county-tell', days: 3, workdays: true }] } as EventData),
    ).toEqual([])
  })

  it('no history, and one that begins with something else', () => {
    expect(caseDay([], day(2))).toEqual([])
    expect(counts(history([2, 'accepted']), day(2))).toEqual([])
  })
})

describe('a kind of event counts as one measure', () => {
  const rows: [EventKind, Measure | null, EventData?][] = [
    ['accepted', 'accepted'],
    ['declined', 'declined'],
    ['withdrawn', 'withdrawn'],
    ['reopened', 'reopened'],
    ['merged', 'merged'],
    ['refused', 'refused'],
    ['referred', 'referred'],
    ['referral-answered', 'referralBack'],
    ['spot-disputed', 'disputed'],
    ['closed', null],
    ['danger-marked', null],
    ['danger-lifted', null],
    ['contacted', null],
    ['duty-reported', null],
    ['noted', null],
    ['transferred', null],
    ['escalated', null],
    ['urged', null],
    ['item-missed', null],
  ]
  it.each(rows)('%s: %s', (kind, measure, data = {}) => {
    expect(counts(history(filed(), person, [4, kind, data]), day(4))).toEqual(measure ? [measure] : [])
  })

  it('twice on a day it counts once', () => {
    expect(
      counts(history(filed(), [4, 'refused', { party: 2 }], [4, 'refused', { party: 3 }]), day(4)),
    ).toEqual(['refused'])
  })

  it('counts at the desk it is on after the event', () => {
    const events = history(filed(), [4, 'accepted', {}, { unit: 'qingshi-committee' }])
    expect(caseDay(events, day(4)).map(({ unit }) => unit)).toEqual(['qingshi-committee'])
  })

  it('midnight belongs to the day it begins', () => {
    const events = history(filed(), [5, 'accepted', {}, { at: startOfTime(day(5), '00:00') }])
    expect([counts(events, day(4)), counts(events, day(5))]).toEqual([[], ['accepted']])
    expect(caseDay(events, day(4))).toEqual([])
  })

  it('a later kind does not count, nor an earlier one again', () => {
    const events = history(filed(), [4, 'accepted'], [5, 'withdrawn'])
    expect([counts(events, day(3)), counts(events, day(4)), counts(events, day(5))]).toEqual([
      [],
      ['accepted'],
      ['withdrawn'],
    ])
  })
})

describe('two results of one day', () => {
  it('count each, with the people and the days of the last, at its desk', () => {
    const events = history(...[filed(), person, other, [9, 'settled'] as Step, [9, 'reopened'] as Step], [
      9,
      'failed',
      {},
      { unit: 'qingshi-committee' },
    ])
    expect(counts(events, day(9))).toEqual(['endDays @7', 'failed', 'persons ×2', 'reopened', 'settled'])
    const at = caseDay(events, day(9)).filter(({ measure }) => measure === 'persons' || measure === 'endDays')
    expect(at.map(({ unit }) => unit)).toEqual(['qingshi-committee', 'qingshi-committee'])
  })
})

describe('a filing', () => {
  it.each([
    [{}, ['received']],
    [{ anonymous: true }, ['anonymous', 'received']],
    [{ channel: 'visit' as const }, ['received', 'registered']],
    [{ channel: 'round' as const, anonymous: true }, ['anonymous', 'received', 'registered']],
    [{ danger: true }, ['received']],
  ])('%j: %j', (data, expected) => {
    expect(counts(history(filed(data), person), day(2))).toEqual(expected)
  })
})

describe('a result', () => {
  const people = [person, other]
  it('a settled case counts its people and its days from the filing, pauses included', () => {
    const events = history(filed(), ...people, [4, 'asked', { to: ['party:1'] }], [12, 'settled'])
    expect(counts(events, day(12))).toEqual(['endDays @10', 'persons ×2', 'settled'])
  })

  it('staff’s count of people goes before the people who are registered', () => {
    const events = history(filed(), ...people, [3, 'accepted', { people: 2 }], [4, 'failed', { people: 9 }])
    expect(counts(events, day(4))).toEqual(['endDays @2', 'failed', 'persons ×9'])
  })

  it('staff’s count holds until they count anew', () => {
    const events = history(filed(), ...people, [3, 'accepted', { people: 5 }], [4, 'failed'])
    expect(counts(events, day(4))).toEqual(['endDays @2', 'failed', 'persons ×5'])
  })

  it('after a reopening the days count from the first filing on', () => {
    const events = history(filed(), person, [4, 'answered'], [5, 'reopened'], [20, 'answered'])
    expect(counts(events, day(20))).toEqual(['answered', 'endDays @18', 'persons'])
  })

  it('a refusal and a withdrawal have no days: whoever is turned away quickly is no success', () => {
    for (const kind of ['declined', 'withdrawn'] as const)
      expect(counts(history(filed(), person, [4, kind]), day(4))).toEqual([kind])
  })

  it('an agreement of an earlier day counts on the day of its entry, and as entered later', () => {
    const events = history(filed(), ...people, [12, 'settled', { effectiveOn: day(9) }])
    expect(counts(events, day(9))).toEqual([])
    expect(counts(events, day(12))).toEqual([
      'endDays @10',
      `late settled @20261109`,
      'persons ×2',
      'settled',
    ])
  })

  it('the money of an agreement is that of the text that was concluded', () => {
    const agreed = { agreement: { version: 1, sum: '', items: [] } }
    const events = history(filed(), ...people, [5, 'agreement', agreed], [6, 'settled', { version: 1 }])
    expect(counts(events, day(6), new Map([[4, 60_000]]))).toContain('money ×60000')
    expect(counts(events, day(6), new Map([[4, 1]]))).toContain('money')
    expect(counts(events, day(6), new Map([[3, 60_000]])).join()).not.toContain('money')
    expect(counts(events, day(6)).join()).not.toContain('money')
  })
})

describe('a record on the spot', () => {
  const spot = (data: EventData): Step[] => [
    filed({ channel: 'visit', spot: true }),
    person,
    other,
    [2, 'settled', { spot: true, ...data }],
    [2, 'message', { to: ['party:1'] }],
  ]
  const oral = spot({ form: 'oral', effectiveOn: day(2) })
  const own = (date: number, party: number): Step => [
    date,
    'code-replaced',
    { party },
    { actor: `party:${party}` },
  ]

  it('is received and on the spot, not registered; it has no days', () => {
    expect(counts(history(...oral), day(2))).toEqual(['received', 'spot'])
  })

  it.each<[string, Step[], number[]]>([
    ['never without proof', [], []],
    ['on the day on which the second side has read it', [own(3, 1), own(5, 2)], [5]],
    ['when staff asked both', [[6, 'spot-checked']], [6]],
    [
      'not once somebody says it never happened',
      [
        [4, 'spot-disputed', { party: 2 }],
        [6, 'spot-checked'],
      ],
      [],
    ],
    [
      'once, whatever comes later',
      [
        [3, 'spot-checked'],
        [5, 'noted'],
        [6, 'spot-checked'],
      ],
      [3],
    ],
    [
      'once, although it is disputed later',
      [
        [3, 'spot-checked'],
        [4, 'spot-disputed', { party: 2 }],
      ],
      [3],
    ],
  ])('counts as settled %s', (_, steps, on) => {
    const events = history(...oral, ...steps)
    const days = [2, 3, 4, 5, 6, 7].filter((date) => counts(events, day(date)).includes('settled'))
    expect(days).toEqual(on)
  })

  it('counts its people when it is proven, of the same day without being late', () => {
    const signed = spot({ form: 'written', signedBoth: true, effectiveOn: day(2) })
    expect(counts(history(...signed), day(2))).toEqual(['persons ×2', 'received', 'settled', 'spot'])
  })

  it('counts on the day of the record at the earliest, and of no other step before it', () => {
    const signed = { spot: true, form: 'written', signedBoth: true, effectiveOn: day(4) } as const
    const events = history(filed({ channel: 'visit', spot: true }), person, other, [4, 'settled', signed])
    expect([2, 4].map((date) => counts(events, day(date)).includes('settled'))).toEqual([false, true])
  })

  it('is proven with the day of the step that proves it, which midnight begins', () => {
    const steps: Step[] = [
      [3, 'noted'],
      [4, 'spot-checked', {}, { at: startOfTime(day(4), '00:00') }],
    ]
    const events = history(...oral, ...steps)
    expect([3, 4].map((date) => counts(events, day(date)).includes('settled'))).toEqual([false, true])
  })

  it('is proven on the earliest such day, though a clock was set back', () => {
    const events = history(...oral, [6, 'noted'], [3, 'spot-checked'])
    expect([3, 6].map((date) => counts(events, day(date)).includes('settled'))).toEqual([true, false])
  })

  it('signed by both it counts at once, and of an earlier day it was entered later', () => {
    const events = history(...spot({ form: 'written', signedBoth: true, effectiveOn: '2026-10-30' }))
    expect(counts(events, day(2))).toEqual([
      'late received @20261030',
      'late settled @20261030',
      'late spot @20261030',
      'persons ×2',
      'received',
      'settled',
      'spot',
    ])
  })
})

describe('the first answer in a person’s own words', () => {
  const answer: Step = [5, 'message', { to: ['party:1'] }]
  it.each<[string, Step, string[]]>([
    ['words for the complainant', answer, ['firstAnswer @3']],
    ['words for the other side only', [5, 'told', { to: ['party:2'], party: 2 }], []],
    ['words of the complainant', [5, 'wrote', { to: ['desk'] }, { actor: 'party:1' }], []],
    ['words of the system', [5, 'message', { to: ['party:1'] }, { actor: 'system' }], []],
    ['a call that reached them', [5, 'called', { reached: 'yes' }], ['firstAnswer @3']],
    ['a call that did not', [5, 'called', { reached: 'no' }], []],
    [
      'a call that reached them by their number',
      [5, 'called', { reached: 'yes', party: 1 }],
      ['firstAnswer @3'],
    ],
    ['words for them and others', [5, 'message', { to: ['desk', 'party:1'] }], ['firstAnswer @3']],
    ['a call to the other side', [5, 'called', { reached: 'yes', party: 2 }], []],
    ['a step without a word', [5, 'mediating'], []],
  ])('%s', (_, step, expected) => {
    expect(counts(history(filed(), person, step), day(5))).toEqual(expected)
  })

  it('counts once', () => {
    expect(counts(history(filed(), answer, [6, 'message', { to: ['party:1'] }]), day(6))).toEqual([])
  })
})

describe('limits', () => {
  // Three working days from Monday, 2 November: until Thursday, the fifth.
  const tell = { clocks: [{ rule: 'county-tell', days: 3, workdays: true }] }
  const finish = { clocks: [{ rule: 'county-mediation', days: 10, workdays: false }] }
  const hours = { clocks: [{ rule: 'danger-contact', hours: 4, from: startOfTime(day(2), '10:00') }] }

  it('a limit that passes counts on the first day that is late, once, and is noted for that day', () => {
    const events = history(filed(tell), person)
    expect(laterLooks(events, day(2))).toEqual([day(6)])
    expect([5, 6, 7].map((date) => counts(events, day(date)))).toEqual([[], ['overdue', 'tellPassed'], []])
  })

  it('telling in time is kept; telling late stays what it was', () => {
    expect(counts(history(filed(tell), person, [5, 'accepted']), day(5))).toEqual(['accepted', 'tellKept'])
    const late = history(filed(tell), person, [9, 'accepted'])
    expect(counts(late, day(6))).toEqual(['overdue', 'tellPassed'])
    expect(counts(late, day(9))).toEqual(['accepted'])
  })

  it('what happens at midnight is of the day that begins: it is kept then', () => {
    const events = history(filed(tell), person, [4, 'accepted', {}, { at: startOfTime(day(4), '00:00') }])
    expect([3, 4].map((date) => counts(events, day(date)))).toEqual([[], ['accepted', 'tellKept']])
  })

  it('a limit that stands still for a hearing is looked at when the day of the hearing is over', () => {
    const recheck = { clocks: [{ rule: 'petition-recheck-opinion', days: 30, workdays: false }] }
    const session = { id: 4, start: startOfTime(day(12), '14:00'), length: 60, staff: 'a', form: 'hearing' }
    const events = history(
      ...[filed(), person],
      [3, 'accepted', recheck],
      [4, 'hearing-set', { party: 1, session } as EventData],
    )
    expect(laterLooks(events, day(4))).toEqual([day(13)])
  })

  it('two limits pass apart, the second at the desk that has the case by then', () => {
    const both = { clocks: [...tell.clocks, ...finish.clocks] }
    const events = history(filed(both), person, [9, 'transferred', {}, { unit: 'qingshi-committee' }])
    expect([6, 13].map((date) => counts(events, day(date)))).toEqual([
      ['overdue', 'tellPassed'],
      ['endPassed', 'overdue'],
    ])
    const until = events.filter(({ at }) => at < startOfTime(day(14), '00:00'))
    expect(new Set(caseDay(until, day(13)).map(({ unit }) => unit))).toEqual(new Set(['qingshi-committee']))
    expect(laterLooks(events, day(9))).toEqual([day(13)])
  })

  it('a result in time keeps the limit of the end', () => {
    const events = history(filed(), person, [3, 'accepted', finish], [12, 'settled'])
    expect(counts(events, day(12))).toEqual(['endDays @10', 'endKept', 'persons', 'settled'])
  })

  it('a withdrawal keeps no limit', () => {
    expect(counts(history(filed(tell), person, [4, 'withdrawn']), day(4))).toEqual(['withdrawn'])
  })

  it('a pause moves the day of the end', () => {
    const steps: Step[] = [filed(), person, [3, 'accepted', finish]]
    const paused = history(...steps, [5, 'asked', { pauses: ['county-mediation'], to: ['party:1'] }])
    expect(laterLooks(history(...steps), day(3))).toEqual([day(14)])
    expect(laterLooks(paused, day(5))).toEqual([])
    const resumed = history(
      ...steps,
      [5, 'asked', { pauses: ['county-mediation'] }],
      [8, 'replied', { resumes: ['county-mediation'] }],
    )
    expect(laterLooks(resumed, day(8))).toEqual([day(17)])
    expect([14, 17].map((date) => counts(resumed, day(date)))).toEqual([[], ['endPassed', 'overdue']])
  })

  it('a case in danger counts like any other of the county, whatever is done about it', () => {
    const centre = { unit: 'shili-centre', acting: 'shili-centre' }
    const of = (danger: boolean) => {
      const clocks = [...tell.clocks, ...(danger ? hours.clocks : [])]
      const contact: Step[] = danger ? [[2, 'contacted', {}, centre]] : [[2, 'noted', {}, centre]]
      const duty: Step[] = danger ? [[4, 'danger-lifted', {}, centre]] : [[4, 'noted', {}, centre]]
      return history(
        [2, 'filed', { ...filing, clocks, danger }, { actor: 'party:1', unit: 'shili-centre', acting: '' }],
        person,
        ...contact,
        [3, 'accepted', {}, centre],
        ...duty,
        [9, 'failed', {}, centre],
      )
    }
    for (const date of [2, 3, 4, 6, 9])
      expect(counts(of(true), day(date)), `on ${date}`).toEqual(counts(of(false), day(date)))
    expect(laterLooks(of(true), day(2))).toEqual(laterLooks(of(false), day(2)))
  })

  it('the hours of danger are in no figure, kept or passed', () => {
    const events = history(filed({ ...hours, danger: true }), person)
    expect(laterLooks(events, day(2))).toEqual([])
    expect([2, 3].map((date) => counts(events, day(date)))).toEqual([['received'], []])
  })
})

describe('performance', () => {
  const items = [
    { id: 1, by: [2], to: [1], dueOn: day(10) },
    { id: 2, by: [2], to: [1] },
  ]
  const agreed = (...steps: Step[]): CaseEvent[] =>
    history(
      filed(),
      person,
      other,
      [3, 'agreement', { agreement: { version: 1, sum: '', items }, parties: [1, 2] }],
      [4, 'settled', { version: 1, form: 'written', effectiveOn: day(4) }],
      ...steps,
    )
  it.each<[string, Step[], string[]]>([
    ['not done', [], ['due']],
    ['said by who owes it', [[9, 'item-done', { item: 1 }]], ['due']],
    ['taken as done by who is owed', [[16, 'item-received', { item: 1 }]], ['due', 'performed']],
    ['taken as done too late', [[18, 'item-received', { item: 1 }]], ['due']],
    ['reopened before', [[8, 'reopened']], []],
  ])('%s, seven days after its last day', (_, steps, expected) => {
    expect(laterLooks(agreed(), day(4))).toEqual([day(17)])
    expect(laterLooks(agreed(), day(17))).toEqual([])
    expect(counts(agreed(...steps), day(17))).toEqual(expected)
    expect(counts(agreed(), day(15))).toEqual([])
  })

  it('an item is looked at once, whatever happens later, and of a second agreement not before it was recorded', () => {
    expect(counts(agreed([20, 'noted']), day(20))).toEqual([])
    const again = agreed(
      [5, 'reopened'],
      [6, 'agreement', { agreement: { version: 2, sum: '', items }, parties: [1, 2] }],
      [25, 'settled', { version: 2, form: 'written', effectiveOn: day(6) }],
    )
    expect([17, 25].map((date) => counts(again, day(date)).includes('due'))).toEqual([false, true])
  })

  it('what was due before the agreement was recorded counts on the day of the record', () => {
    const late = history(
      filed(),
      [3, 'agreement', { agreement: { version: 1, sum: '', items }, parties: [1, 2] }],
      [25, 'settled', { version: 1, form: 'written', effectiveOn: day(4) }],
    )
    expect(counts(late, day(25))).toContain('due')
  })
})
