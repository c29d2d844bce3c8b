import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day, hour, minute } from '#domain/basics/bounds.ts'
import { accountSql } from '../../functions/console/staff-sql.ts'
import { type BoxWithClock, boxWithClock } from '../support/box/clock.ts'
import { faultsOf } from '../support/box/faults.ts'
import { fileAt } from '../support/box/filing.ts'
import { startAt } from '../support/day.ts'
import { visit } from '../support/http.ts'
import { boxFolder } from '../support/serve-box.ts'

/** The clock of the machine was set while the program was away (docs/adr/0073-clock-at-start.md). */

const password = '檐水归沟 六尺相让 各退三尺'
const token = '1'.repeat(43)
const year = 365 * day

let folder: Awaited<ReturnType<typeof boxFolder>>
let box: BoxWithClock

const restart = async (ahead: number): Promise<void> => {
  box.child.kill('SIGKILL')
  await box.ended
  box = await boxWithClock(folder, ahead)
}
/** Everything that the schedule closes, counts, sends or sweeps. */
const stored = () => {
  const database = new DatabaseSync(folder.database, { readOnly: true })
  const all = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const tables = ['anchor_day', 'figure_closed', 'figure', 'outbox', 'staff_invite', 'staff_user']
  const rows = Object.fromEntries(tables.map((table) => [table, all(table)]))
  database.close()
  return rows
}

beforeEach(async () => {
  folder = await boxFolder()
  const account = {
    username: 'zhang.san',
    name: '张三',
    unit: 'qingshi-liuwan-committee',
    role: 'handler' as const,
  }
  const database = new DatabaseSync(folder.database)
  database.exec(await accountSql(account, { id: 'staff-1', token, now: Date.parse(startAt) }))
  database.close()
  box = await boxWithClock(folder)
  await fileAt(box.base)
})
afterEach(() => {
  box.child.kill('SIGKILL')
  rmSync(folder.state, { recursive: true, force: true })
})

describe.each([
  // Half an hour may pass while it is away; without the note the rest of the day, until which nothing is closed.
  ['noted when it last ran', 0.5, () => undefined],
  ['has no note of it, as after a restore', 14, () => rmSync(join(folder.state, 'last-run'))],
  ['has a torn note of it', 14, () => writeFileSync(join(folder.state, 'last-run'), '')],
])('a box that %s', (_, unasked, note) => {
  it.each([
    ['20 hours', 20 * hour],
    ['a year', year],
  ])(
    'closes, sends and deletes nothing when it starts with a clock %s ahead that is put right',
    async (_, by) => {
      const before = stored()
      const closed = [box.dayAfter(-1)]
      note()
      await restart(by)
      expect(box.clockAlarms()).toEqual([by / hour - unasked])
      await fileAt(box.base)
      for (let run = 0; run < 5; run += 1) await box.pass()
      expect(stored()).toEqual(before)
      await box.step(-by)
      await box.pass()
      expect(stored()).toEqual(before)
      const invited = await visit(box.base).post('/desk/invite', {
        token,
        newPassword: password,
        again: password,
      })
      expect(invited.status).toBe(303)
      await box.pass(day)
      expect(await box.roots()).toEqual([...closed, box.dayAfter(0)])
      expect(faultsOf(folder.config)).toEqual([])
    },
  )
})

it('a box that starts with a wrong clock again and again closes nothing', async () => {
  const before = stored()
  for (let start = 0; start < 3; start += 1) {
    await restart(year)
    for (let run = 0; run < 5; run += 1) await box.pass()
  }
  expect(stored()).toEqual(before)
})

it('a box that was off for months rests for an hour, with an alarm, and goes on by itself', async () => {
  await restart(100 * day)
  for (let run = 0; run < 5; run += 1) await box.pass()
  expect(await box.roots()).toEqual([box.dayAfter(-1)])
  for (let run = 0; run < 31; run += 1) await box.pass()
  expect((await box.roots()).at(-1)).toBe(box.dayAfter(99))
  expect(box.clockAlarms().length).toBe(1)
  await restart(100 * day + 6 * hour + minute)
  expect(box.clockAlarms()).toEqual([])
})

it('a box that was away for a few minutes after midnight closes the day at once', async () => {
  await box.pass(13 * hour + 50 * minute)
  await restart(14 * hour + 15 * minute)
  expect(await box.roots()).toEqual([box.dayAfter(-1), box.dayAfter(0)])
  expect(box.clockAlarms()).toEqual([])
})

it('a clock that was set back while the box was away is an alarm, and stops nothing', async () => {
  await restart(-3 * hour)
  expect(box.clockAlarms()).toEqual([-3])
  await box.pass(day)
  expect(await box.roots()).toEqual([box.dayAfter(-1), box.dayAfter(0)])
})
