import { expect, it } from 'vitest'
import { comparisonSchema } from '#domain/content/comparison.ts'
import { comparisonFaults, readComparisons } from '../../../site/build/comparisons.ts'
import { checkDeadlines } from '../../../site/build/generate/deadlines.ts'
import { readSources } from '../../../site/build/library.ts'

/** Comparisons and the chart of last days: what the build refuses. */

const sources = readSources('content')
const [first] = readComparisons('content')
if (!first) throw new Error('no comparison')

const withCell = (cell: { say: string; articles?: string[]; limits?: string[] }) => ({
  ...first,
  notes: [{ articles: [], limits: [], ...cell }],
})

it('the comparisons of content have no faults', () => {
  const all = readComparisons('content')
  expect(all.length).toBeGreaterThanOrEqual(4)
  expect(all.flatMap((one) => comparisonFaults('content', one, sources))).toEqual([])
})

it.each([
  [
    'a period that no article of the cell states',
    { say: '要赔钱，一般五年。', articles: ['civil-code-188'] },
    /五年/,
  ],
  ['a period without any article', { say: '要赔钱，一般三年。' }, /三年/],
  ['an unknown article', { say: '别拖。', articles: ['civil-code-9999'] }, /civil-code-9999/],
  ['an unknown limit', { say: '别拖。', limits: ['nothing'] }, /nothing/],
  ['an article named in passing that is not there', { say: '看民法典第九千条。' }, /第九千条/],
  ['a phrase that teaches wrong law', { say: '这样打官司包赢。' }, /no result/],
  ['a word of offices', { say: '他应当给钱。' }, /not 应当/],
  ['words that primary school does not teach', { say: '饕餮，'.repeat(20) }, /rare words/],
  ['a sentence that is too long', { say: '您'.repeat(39) }, /at most 38/],
])('refuses %s', (_, cell, fault) => {
  expect(comparisonFaults('content', withCell(cell), sources).join('\n')).toMatch(fault)
})

it.each([
  { say: '要赔钱，一般三年。', articles: ['civil-code-188'] },
  { say: '一年内申请仲裁。', limits: ['labour-arbitration'] },
])('accepts a period of its article or limit: $say', (cell) => {
  expect(comparisonFaults('content', withCell(cell), sources)).toEqual([])
})

it.each(['lessons', 'letters', 'contacts'] as const)('refuses an unknown id under %s', (field) => {
  expect(comparisonFaults('content', { ...first, [field]: ['no-such-thing'] }, sources).join()).toContain(
    'no-such-thing',
  )
})

it('a row has a cell for each column', () => {
  const { id: _id, ...data } = first
  const rows = data.rows.map((row, at) => (at === 0 ? { ...row, cells: row.cells.slice(0, 2) } : row))
  expect(comparisonSchema.safeParse(data).success).toBe(true)
  expect(comparisonSchema.safeParse({ ...data, rows }).error?.message).toContain(
    `expected ${first.columns.length} cells, found 2`,
  )
})

it('every limit stands under one matter of the chart', () => {
  const { deadlines, articles } = sources
  const [matter, ...others] = deadlines.matters
  if (!matter) throw new Error('no matters')
  const check = (limits: string[]) => () =>
    checkDeadlines({ ...deadlines, matters: [{ ...matter, limits }, ...others] }, articles)
  expect(check(matter.limits)).not.toThrow()
  expect(check(matter.limits.slice(1))).toThrow(/expected under one of the matters/)
  expect(check([...matter.limits, 'nothing'])).toThrow(/expected an entry under limits/)
  expect(check([...matter.limits, ...(others[0]?.limits ?? [])])).toThrow(/twice/)
})
