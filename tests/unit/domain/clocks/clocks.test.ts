import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, startOfDay } from '#domain/basics/time.ts'
import { type Calendar, lastDay, workdaysBetween } from '#domain/clocks/calendar.ts'
import { type Clock, clocksOf, nextChange, publicClocks } from '#domain/clocks/clocks.ts'
import { rulesFor, sourceOf, startedBy } from '#domain/clocks/rules.ts'
import type { CaseEvent, StartedClock } from '#domain/history/events.ts'
import { type Move, moves } from '#domain/moves/table.ts'
import { eventKinds } from '#domain/words/events.ts'
import { unitKindIds, unitKinds } from '#domain/words/unit-kinds.ts'
import { county } from '#generated/county.ts'

const calendar: Calendar = {
  years: county.calendar.years,
  holidays: new Set(county.calendar.holidays),
  workdays: new Set(county.calendar.workdays),
}

type Facts = Parameters<typeof rulesFor>[0]
const facts: Facts = {
  track: 'mediation',
  category: 'neighbour',
  unitKind: 'people-mediation-committee',
  named: true,
}

describe('the clock rules of a case (rules.md R48)', () => {
  it.each<[Partial<Facts>, string[]]>([
    [{}, ['county-tell', 'county-mediation']],
    [{ category: 'labour' }, ['county-tell', 'labour-mediation']],
    [{ category: 'labour', unitKind: 'centre' }, ['county-tell', 'county-mediation']],
    [{ category: 'medical', unitKind: 'professional-committee' }, ['county-tell', 'medical-mediation']],
    [{ category: 'medical' }, ['county-tell', 'county-mediation']],
    [{ track: 'complaint', unitKind: 'government-office' }, ['petition-tell', 'county-answer']],
    [
      { track: 'complaint', unitKind: 'government-office', matter: 'petition' },
      ['petition-tell', 'petition-handle'],
    ],
    [{ track: 'complaint', unitKind: 'centre', matter: 'petition' }, ['county-tell', 'petition-handle']],
    [
      { track: 'complaint', unitKind: 'petition-office', matter: 'review' },
      ['petition-office-tell', 'petition-review-opinion'],
    ],
    [
      { track: 'complaint', unitKind: 'government-office', matter: 'recheck' },
      ['petition-tell', 'petition-recheck-opinion'],
    ],
    [
      {
        track: 'complaint',
        unitKind: 'government-office',
        category: 'consumer',
        matter: 'consumer-mediation',
      },
      ['petition-tell', 'consumer-mediation'],
    ],
    [{ track: 'complaint', unitKind: 'petition-office' }, ['petition-office-tell', 'county-answer']],
    [{ track: 'suggestion', unitKind: 'government-office' }, ['petition-tell', 'county-answer']],
    [{ track: 'suggestion', unitKind: 'government-office', named: false }, ['county-tell', 'county-answer']],
    [{ track: 'tip' }, ['county-tell', 'county-answer']],
  ])('with %j are %j', (changes, rules) => {
    expect(
      rulesFor({ ...facts, ...changes })
        .filter(({ internal }) => !internal)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...rules].sort())
  })

  it('give clocks of the law only to the kinds of unit the law names', () => {
    const legal = county.clocks.filter((rule) => rule.article)
    for (const rule of legal) expect(rule.unitKinds?.length, rule.id).toBeGreaterThan(0)
    for (const rule of legal)
      for (const unitKind of unitKindIds.filter((kind) => !rule.unitKinds?.includes(kind)))
        for (const category of rule.categories ?? ['other' as const])
          for (const track of rule.tracks)
            expect(rulesFor({ track, category, unitKind, matter: rule.matters?.[0] })).not.toContain(rule)
  })

  it('give 60 days to every kind of unit that may accept a petition, and to no other (信访工作条例 34)', () => {
    for (const unitKind of unitKindIds)
      expect(
        rulesFor({ ...facts, track: 'complaint', unitKind, matter: 'petition' }).some(
          ({ id }) => id === 'petition-handle',
        ),
        unitKind,
      ).toBe(unitKinds[unitKind].takesPetitions)
  })

  it('are met by every result that a case of their track can have', () => {
    const results = ['settled', 'failed', 'answered'] as const
    for (const rule of county.clocks.filter(({ owes }) => owes === 'finish'))
      for (const track of rule.tracks)
        for (const kind of results) {
          const move: Move = moves[kind]
          const matters = track === 'complaint' ? move.onMatter : undefined
          if (matters?.some((matter) => rule.matters?.includes(matter)) === false) continue
          if (move.tracks?.includes(track)) expect(rule.meets, `${rule.id} ${kind}`).toContain(kind)
        }
  })

  it('name their source', () => {
    for (const rule of county.clocks) expect(Object.values(sourceOf(rule))[0]).toMatch(/《.+》第.+条|示例/)
  })
})

const at = (day: string) => startOfDay(day) + 9 * 3_600_000
const event = (
  seq: number,
  kind: CaseEvent['kind'],
  day: string,
  changes: Partial<Facts> = {},
): CaseEvent => ({
  ...{ seq, kind, actor: 'console', at: at(day), unit: 'qingshi-liuwan-committee', acting: '', hash: '' },
  data: { clocks: startedBy(kind, { ...facts, ...changes }, at(day)) },
})

/** The clocks that a resident sees. */
const residentClocks = (events: CaseEvent[], now: number): Clock[] => publicClocks(clocksOf(events, now))

describe('clocks computed from the history', () => {
  const history = [event(1, 'filed', '2026-11-24')]

  it.each<[string, string]>([
    ['2026-11-24', 'running'],
    ['2026-11-27', 'running'],
    ['2026-11-28', 'overdue'],
  ])('on %s show the first clock as %s', (today, state) => {
    expect(residentClocks(history, startOfDay(today)).map((clock) => clock.state)).toEqual([state])
  })

  it('are met by the event they wait for, even late, and stay met', () => {
    const late = [...history, event(2, 'accepted', '2026-12-10')]
    expect(residentClocks(late, at('2027-06-01')).map((clock) => clock.state)).toEqual(['met', 'overdue'])
  })

  it('keep the days their rule had when they started', () => {
    const [started] = startedBy('filed', facts, at('2026-11-24'))
    const old = [
      {
        ...event(1, 'filed', '2026-11-24'),
        data: { clocks: [{ rule: started?.rule ?? '', days: 5, workdays: true }] },
      },
    ]
    expect(clocksOf(old, at('2026-11-24'))[0]?.due).toBe('2026-12-01')
  })

  it('change at half, at three quarters and on the day after the last, and not once met', () => {
    const days: string[] = []
    let now = at('2026-11-24')
    for (let next = nextChange(residentClocks(history, now), now); next !== null; ) {
      days.push(dayOf(next))
      now = next
      next = nextChange(residentClocks(history, now), now)
    }
    expect(days).toEqual(['2026-11-26', '2026-11-27', '2026-11-28'])
    const met = [...history, event(2, 'declined', '2026-11-25')]
    expect(nextChange(residentClocks(met, at('2026-11-25')), at('2026-11-25'))).toBeNull()
  })

  it('that are internal are hidden from the resident', () => {
    const danger = [event(1, 'filed', '2026-11-24', { danger: true })]
    const all = clocksOf(danger, at('2026-11-24')).map(({ rule }) => rule.id)
    expect(all).toEqual(expect.arrayContaining(['danger-contact', 'county-ceiling']))
    const seen = residentClocks(danger, at('2026-11-24'))
    expect(seen).toEqual(residentClocks(history, at('2026-11-24')))
    expect(clocksOf(history, at('2026-11-24')).map(({ rule }) => rule.id)).not.toContain('danger-contact')
  })

  it('start and end only with known event kinds', () => {
    for (const rule of county.clocks)
      expect(eventKinds).toEqual(expect.arrayContaining([...rule.starts, ...rule.meets]))
  })
})

/** A history of one clock with a pause; start and length of the pause in days. */
const withPause = (rule: StartedClock, pause: number, length: number, start = '2026-03-02'): CaseEvent[] => [
  { ...event(1, 'accepted', start), data: { clocks: [rule] } },
  { ...event(2, 'asked', addDays(start, pause)), data: { pauses: [rule.rule] } },
  { ...event(3, 'replied', addDays(start, pause + length)), data: { resumes: [rule.rule] } },
]

const startDays = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2024-01-01', offset))
const rules = fc.record({
  rule: fc.constant('county-mediation'),
  days: fc.integer({ min: 2, max: 90 }),
  workdays: fc.boolean(),
})
const endOf = (events: CaseEvent[], now: number) => clocksOf(events, now)[0]?.due ?? ''

describe('pauses and extensions of a clock', () => {
  it.each<[string, number, number, string]>([
    // 30 calendar days from Monday 2 March 2026 end on 1 April; ten days of waiting make it 11 April, a Saturday.
    ['a pause of ten days adds ten days', 5, 10, '2026-04-13'],
    ['a pause of zero days adds none', 5, 0, '2026-04-01'],
    // A question after the last day adds no days.
    ['a pause after the last day adds none', 40, 10, '2026-04-01'],
  ])('%s', (_, pause, length, due) => {
    const events = withPause({ rule: 'county-mediation', days: 30, workdays: false }, pause, length)
    expect(endOf(events, at('2026-08-01'))).toBe(due)
  })

  it('a clock that waits for an answer is shown as paused and has no next change', () => {
    const [accepted, asked] = withPause({ rule: 'county-mediation', days: 30, workdays: false }, 5, 10)
    const events = [accepted, asked].flatMap((one) => one ?? [])
    const [clock] = clocksOf(events, at('2026-03-20'))
    expect(clock?.state).toBe('paused')
    expect(nextChange(clock ? [clock] : [], at('2026-03-20'))).toBeNull()
  })

  it('after a pause as many days are left as before it', () => {
    fc.assert(
      fc.property(startDays, rules, fc.nat(1), fc.nat(60), (start, rule, pause, length) => {
        const events = withPause(rule, pause, length, start)
        const [paused, resumed] = [addDays(start, pause), addDays(start, pause + length)]
        const used = rule.workdays ? workdaysBetween(calendar, start, paused) : pause
        const left = rule.days - used
        fc.pre(left > 0)
        const { day } = lastDay(calendar, resumed, left, rule.workdays)
        expect(endOf(events, at(addDays(resumed, 400)))).toBe(day)
      }),
      { numRuns: 300 },
    )
  })

  it('the last day never moves earlier as time passes', () => {
    fc.assert(
      fc.property(startDays, rules, fc.nat(5), fc.nat(90), fc.nat(90), (start, rule, pause, early, more) => {
        const events = withPause(rule, pause, 0, start).slice(0, 2)
        const [sooner, later] = [early, early + more].map((days) => at(addDays(start, pause + days)))
        expect(endOf(events, later ?? 0) >= endOf(events, sooner ?? 0)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('a request for an extension adds no days, its approval adds the approved days', () => {
    const accepted = {
      ...event(1, 'accepted', '2026-03-02'),
      data: { clocks: [{ rule: 'petition-handle', days: 60, workdays: false }] },
    }
    const asked = {
      ...event(2, 'extension-requested', '2026-04-20'),
      data: { asks: { rule: 'petition-handle', days: 30 } },
    }
    const approved = {
      ...event(3, 'extended', '2026-04-21'),
      data: { extends: { rule: 'petition-handle', days: 30 } },
    }
    const now = at('2026-04-22')
    expect(endOf([accepted, asked], now)).toBe('2026-05-06')
    expect(endOf([accepted, asked, approved], now)).toBe('2026-06-01')
    expect(clocksOf([accepted, asked, approved], now)[0]?.extended).toBe(30)
  })
})
