import { expect, it } from 'vitest'
import { clockOffset } from '../support/day.ts'
import { postApi, rightJson, visit } from '../support/http.ts'

/** The server's clock is on the day of this run (TEST_DAY, else today): docs/adr/0013-one-clock.md. */
it('a case filed over HTTP has the day of the run', async () => {
  const filed = await postApi('/api/v1/cases', rightJson)
  expect(filed.status).toBe(201)
  const { filedAt, caseNumber } = filed.json() as { filedAt: string; caseNumber: string }
  expect(Math.abs(Date.parse(filedAt) - Date.now() - clockOffset)).toBeLessThan(60_000)
  expect(caseNumber.slice(0, 4)).toBe(filedAt.slice(0, 4))
})

it('the desk answers on the day of the run', async () => {
  expect((await visit().get('/desk/sign-in')).status).toBe(200)
})
