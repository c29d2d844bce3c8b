import { beforeEach, expect, it } from 'vitest'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** Cases whose clocks have run on: a page of the desk refreshes a bounded number, the scheduler the rest. */

const day = 86_400_000
const village = 'qingshi-liuwan-committee'
let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('UPDATE cases SET next_change_at = NULL').run()
})

it.each(['/desk/', '/desk/cases/'])('%s refreshes the fifty that are due longest', async (path) => {
  const filed = []
  for (let count = 0; count < 53; count += 1) {
    filed.push(await file(world))
    if (count === 49) world.time.now += day
  }
  world.time.now += 10 * day
  const { headers } = await signInAs(world, { unit: village, role: 'handler' })
  world.counted.take()
  expect((await world.desk(path, { headers })).status).toBe(200)
  // Two statements a case; a page stays far below the thousand that D1 allows.
  expect(world.counted.take().statements).toBeLessThan(200)
  const { results } = await world.db
    .prepare('SELECT number FROM cases WHERE next_change_at <= ? ORDER BY number')
    .bind(world.time.now)
    .all<{ number: string }>()
  expect(results.map(({ number }) => number)).toEqual(
    filed
      .slice(50)
      .map(({ caseNumber }) => caseNumber)
      .sort(),
  )
  expect(await refreshCases({ ...world.ports, erasures: null })).toEqual({ cases: 3, pages: 1, more: false })
})
