import { describe, expect, it } from 'vitest'
import { startOfDay } from '#domain/basics/time.ts'
import { isRevisitDue, isUnkept, revisitIn } from '#domain/clocks/revisit.ts'
import { deskEntry } from '#domain/desk/listing.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'

/** The revisit after an agreement: when it is due, what ends it. */

type Row = [EventKind, string, EventData?]
const history = (...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, day, data = {}], index) => ({
    ...{ seq: index + 1, kind, actor: 'console', acting: '', hash: '', data },
    ...{ at: startOfDay(day) + 36_000_000, unit: 'qingshi-committee' },
  }))
const filed: Row = ['filed', '2026-01-05', { track: 'mediation' }]
const settled: Row = ['settled', '2026-01-30']
const found = (kept: EventData['kept'], day: string): Row => ['revisited', day, { ...(kept && { kept }) }]

describe('a revisit', () => {
  it.each<[string, Row[], string | null, boolean]>([
    ['is due thirty days after the agreement', [filed, settled], '2026-03-01', false],
    ['of a leap year', [filed, ['settled', '2028-01-30']], '2028-02-29', false],
    ['over the end of a year', [filed, ['settled', '2026-12-15']], '2027-01-14', false],
    ['after the case was closed too', [filed, settled, ['closed', '2026-02-01']], '2026-03-01', false],
    [
      'comes again if nobody was reached',
      [filed, settled, found('unreached', '2026-03-02')],
      '2026-03-09',
      false,
    ],
    [
      'ends after two that reached nobody',
      [filed, settled, found('unreached', '2026-03-02'), found('unreached', '2026-03-09')],
      null,
      false,
    ],
    ['ends when somebody was reached', [filed, settled, found('kept', '2026-03-02')], null, false],
    ['finds a part missing', [filed, settled, found('partly', '2026-03-02')], null, true],
    [
      'finds nothing done, at the second try',
      [filed, settled, found('unreached', '2026-03-02'), found('not', '2026-03-09')],
      null,
      true,
    ],
  ])('%s', (_, rows, day, unkept) => {
    const events = history(...rows)
    expect(revisitIn(events)?.dueAt).toBe(day === null ? null : startOfDay(day))
    expect(isUnkept(events)).toBe(unkept)
    if (day === null) return
    expect(isRevisitDue(events, startOfDay(day) - 1)).toBe(false)
    expect(isRevisitDue(events, startOfDay(day))).toBe(true)
  })

  it.each<[string, Row[]]>([
    ['no agreement', [filed, ['failed', '2026-01-30']]],
    ['a case that was reopened', [filed, settled, ['reopened', '2026-02-10']]],
    ['a complainant who was erased', [filed, settled, ['erased', '2026-02-10', { party: 1 }]]],
  ])('is none of %s', (_, rows) => {
    expect(revisitIn(history(...rows))).toBeNull()
  })
})

describe('the list', () => {
  const facts = { status: 'settled', about: 'none', danger: false, people: null } as const
  const entry = (rows: Row[], day: string, more: object = {}) =>
    deskEntry(history(...rows), { ...facts, ...more }, startOfDay(day))

  it('is refreshed on the day, and has it then, behind what somebody wrote', () => {
    const events: Row[] = [filed, settled]
    expect(entry(events, '2026-02-28')).toMatchObject({
      waiting: { waits: '' },
      nextChangeAt: startOfDay('2026-03-01'),
    })
    expect(entry(events, '2026-03-01').waiting).toEqual({
      waits: 'revisit',
      waitsSince: startOfDay('2026-03-01'),
    })
    expect(entry([...events, ['wrote', '2026-02-20']], '2026-03-01').waiting.waits).toBe('wrote')
  })

  it('has it of no case in danger', () => {
    expect(entry([filed, settled], '2026-03-01', { danger: true }).waiting.waits).toBe('')
  })
})
