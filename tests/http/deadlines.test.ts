import { expect, it } from 'vitest'
import { dayOf } from '#domain/basics/time.ts'
import { visit } from '../support/http.ts'

/** A counted limit (/deadlines/when) says which years it knows, and whether its article must be compared again. */

const before = '那一年的放假安排这里没有存，只按周六、周日算的'
const after = '那一年的放假安排还没公布，这一天是暂定的'

it.each([
  ['2013-03-11', before],
  ['2021-06-01', ''],
  // No calendar reaches three years ahead.
  [dayOf(Date.now()), after],
])('three years from %s: %s', async (from, said) => {
  const { status, text } = await visit().get(`/deadlines/when?limit=civil-limitation&from=${from}`)
  expect(status).toBe(200)
  expect(text).toContain('最后一天：')
  expect([text.includes(before), text.includes(after)]).toEqual([said === before, said === after])
})

it.each([
  ['traffic-review', true],
  ['police-refusal', true],
  ['civil-limitation', false],
])('the limit %s says that its article must be compared with the current text: %s', async (limit, marked) => {
  const { text } = await visit().get(`/deadlines/when?limit=${limit}&from=2026-01-10`)
  expect(text.includes('再核对一遍现行文本')).toBe(marked)
})
