import { expect, it } from 'vitest'
import { dayOf } from '#domain/basics/time.ts'
import { visit } from '../support/http.ts'

/** A counted limit says which years it knows (/deadlines/when). */

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
