import { describe, expect, it } from 'vitest'
import { clocksOf, nextChange, rulesFor, sourceOf, startedBy } from '../../functions/domain/clocks.ts'
import { type CaseEvent, eventKinds } from '../../functions/domain/events.ts'
import { type Move, moves } from '../../functions/domain/moves.ts'
import { startOfDay } from '../../functions/domain/time.ts'
import { unitKindIds } from '../../functions/domain/unit-kinds.ts'
import { county } from '../../functions/generated/county.ts'

type Facts = Parameters<typeof rulesFor>[0]
const facts: Facts = {
  track: 'mediation',
  category: 'neighbour',
  unitKind: 'people-mediation-committee',
  named: true,
}

describe('which rules a case falls under (DESIGN 9)', () => {
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
    [{ track: 'complaint', unitKind: 'centre', matter: 'petition' }, ['county-tell', 'county-answer']],
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
  ])('%j → %j', (changes, rules) => {
    expect(
      rulesFor({ ...facts, ...changes })
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...rules].sort())
  })

  it('gives the clocks of the law to no other kind of unit', () => {
    const legal = county.clocks.filter((rule) => rule.article)
    for (const rule of legal) expect(rule.unitKinds?.length, rule.id).toBeGreaterThan(0)
    for (const rule of legal)
      for (const unitKind of unitKindIds.filter((kind) => !rule.unitKinds?.includes(kind)))
        for (const category of rule.categories ?? ['other' as const])
          for (const track of rule.tracks)
            expect(rulesFor({ track, category, unitKind, matter: rule.matters?.[0] })).not.toContain(rule)
  })

  it('is met by every result that the moves give a case of its track', () => {
    const results = ['settled', 'failed', 'answered'] as const
    for (const rule of county.clocks.filter(({ owes }) => owes === 'finish'))
      for (const track of rule.tracks)
        for (const kind of results) {
          const move: Move = moves[kind]
          if (move.tracks?.includes(track)) expect(rule.meets, `${rule.id} ${kind}`).toContain(kind)
        }
  })

  it('names its source', () => {
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
  ...{ seq, kind, actor: 'console', at: at(day), unit: 'qingshi-liuwan-committee', hash: '' },
  data: { clocks: startedBy(kind, { ...facts, ...changes }) },
})

describe('clocks from the history', () => {
  const history = [event(1, 'filed', '2026-11-24')]

  it.each<[string, string]>([
    ['2026-11-24', 'running'],
    ['2026-11-27', 'running'],
    ['2026-11-28', 'overdue'],
  ])('on %s the first is %s', (today, state) => {
    expect(clocksOf(history, startOfDay(today)).map((clock) => clock.state)).toEqual([state])
  })

  it('is met by the event it waits for, even late, and stays met', () => {
    const late = [...history, event(2, 'accepted', '2026-12-10')]
    expect(clocksOf(late, at('2027-06-01')).map((clock) => clock.state)).toEqual(['met', 'overdue'])
  })

  it('keeps the days of its beginning when the rule changes later', () => {
    const [started] = startedBy('filed', facts)
    const old = [
      {
        ...event(1, 'filed', '2026-11-24'),
        data: { clocks: [{ rule: started?.rule ?? '', days: 5, workdays: true }] },
      },
    ]
    expect(clocksOf(old, at('2026-11-24'))[0]?.due).toBe('2026-12-01')
  })

  it('tells when something changes by itself', () => {
    expect(nextChange(history, at('2026-11-24'))).toBe(startOfDay('2026-11-28'))
    expect(nextChange([...history, event(2, 'declined', '2026-11-25')], at('2026-11-25'))).toBeNull()
  })

  it('knows every word the rules use', () => {
    for (const rule of county.clocks)
      expect(eventKinds).toEqual(expect.arrayContaining([rule.starts, ...rule.meets]))
  })
})
