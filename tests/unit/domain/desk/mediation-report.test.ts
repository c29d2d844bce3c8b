import { describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import {
  type MediatedCase,
  monthlyReport,
  type Printed,
  reportColumnIds,
  splitHints,
} from '#domain/desk/mediation-report.ts'
import { deskData } from '#generated/desk.ts'

/** The monthly report and the hints of split cases: pure rules. */

const one: MediatedCase = {
  ...{ caseId: 'a', number: '2026-000001', category: 'neighbour', unit: 'u', staff: 's', at: 0 },
  ...{
    form: 'written',
    source: 'asked',
    persons: 2,
    fen: 1250,
    performed: false,
    confirmed: false,
    listed: true,
  },
}

it('sums each kind of the form and the whole, as a hand would', () => {
  const rows = monthlyReport(
    [
      one,
      { ...one, category: 'traffic', form: 'oral', source: 'found', persons: 3, fen: 0, performed: true },
      { ...one, category: 'debt', form: null, source: 'passed', persons: 5, fen: 300_050, confirmed: true },
      { ...one, category: 'elderly' },
    ],
    deskData.mediationReport,
  )
  const of = (name: string) => reportColumnIds.map((id) => rows.find((row) => row.name === name)?.figures[id])
  expect(of('邻里纠纷')).toEqual([1, 1, 0, 0, 2, 12.5, 0, 1, 0, 0])
  expect(of('道路交通事故纠纷')).toEqual([1, 0, 1, 0, 3, 0, 1, 0, 1, 0])
  expect(of('婚姻家庭纠纷')?.[0]).toBe(1)
  expect(of('合计')).toEqual([4, 2, 1, 1, 12, 3025.5, 1, 2, 1, 1])
  expect(rows.at(-1)?.name).toBe('合计')
})

describe('agreements that look like one that was split', () => {
  const first: Printed = { ...one, people: [['wu', '138'], ['chen']] }
  const second = (changes: Partial<Printed>): Printed => ({ ...first, number: '2026-000002', ...changes })
  it.each<[string, Partial<Printed>, boolean]>([
    ['the same two people, of another kind', { category: 'debt' }, true],
    ['the same two, each by one of name and telephone', { people: [['138'], ['chen', '139']] }, true],
    ['one of them, of the same kind', { people: [['wu'], ['zhang']] }, true],
    ['one of them, of another kind', { people: [['wu'], ['zhang']], category: 'debt' }, false],
    ['others', { people: [['li'], ['zhang']] }, false],
    ['nobody known', { people: [] }, false],
    ['at another unit', { unit: 'v' }, false],
    ['on the last day', { at: 15 * day }, true],
    ['a day later', { at: 16 * day }, false],
  ])('%s', (_, changes, hinted) => {
    const hints = splitHints([first, second(changes)], 15)
    expect([...hints]).toEqual(
      hinted
        ? [
            ['2026-000001', ['2026-000002']],
            ['2026-000002', ['2026-000001']],
          ]
        : [],
    )
  })
})
