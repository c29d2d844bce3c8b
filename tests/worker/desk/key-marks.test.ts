import { beforeEach, expect, it, vi } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import worker from '../../../functions/worker-desk.ts'
import { file, makeWorld, tuesday, type World } from '../../support/world.ts'

/** The schedule of the desk's Worker, and the health check, with secrets that are not those of its database. */

let world: World
let logged: string[]
beforeEach(async () => {
  world = makeWorld(tuesday)
  logged = []
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void logged.push(line))
  const used = ['key_mark', 'anchor_part']
  await world.db.batch(used.map((table) => world.db.prepare(`DELETE FROM ${table}`)))
  return () => vi.restoreAllMocks()
})

/** The bytes of the world's secrets. */
const own = { masterKey: 7, codePepper: 9 }
const base64 = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)))
const run = async ({ masterKey, codePepper }: typeof own) => {
  const secrets = { MASTER_KEY: base64(masterKey), CODE_PEPPER: base64(codePepper) }
  await worker.scheduled({}, { DB: world.db, FILES: world.bucket, ...secrets } as never)
}
const rows = async (table: string) =>
  (await world.db.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')) ?? -1
const alarms = () => logged.filter((line) => line.includes('"kind":"keys"'))

it.each([
  ['another master key', { ...own, masterKey: 1 }, 'master-key'],
  ['another pepper', { ...own, codePepper: 1 }, 'code-pepper'],
])('%s is an alarm, and no day is closed with it', async (_, wrong, named) => {
  await file(world)
  await run(own)
  expect([await rows('key_mark'), alarms()]).toEqual([2, []])
  world.time.now += 2 * day
  const before = await rows('anchor_day')
  await run(wrong)
  expect(alarms()).toEqual([`{"event":"alarm","kind":"keys","secrets":"${named}"}`])
  expect([await rows('anchor_day'), await rows('key_mark')]).toEqual([before, 2])
  await run(own)
  expect(await rows('anchor_day')).toBeGreaterThan(before)
  expect(alarms()).toHaveLength(1)
})

it('a database of an earlier version is marked by a run with the keys of its cases alone', async () => {
  await file(world)
  await run({ ...own, masterKey: 1 })
  expect([await rows('key_mark'), alarms().length]).toEqual([0, 1])
  await run(own)
  expect([await rows('key_mark'), alarms().length]).toEqual([2, 1])
})

it('the health check says it', async () => {
  const health = async () => {
    const answer = await world.request('/healthz')
    return [answer.status, await answer.text()]
  }
  expect(await health()).toEqual([200, 'ok\n'])
  await run({ ...own, codePepper: 1 })
  expect([await rows('key_mark'), await health()]).toEqual([
    2,
    [503, 'The keys are not those of the database.\n'],
  ])
})
