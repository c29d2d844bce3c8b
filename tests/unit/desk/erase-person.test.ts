import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { erasureFile } from '../../../functions/erasure-list.ts'
import { nodeApp } from '../../support/node-app.ts'

/** A person is erased for good, also from a backup that is older than the erasure. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erasing-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const erasures = () => erasureFile(join(folder, 'erasures.jsonl'))

/** A JSON body to post. */
const postOf = (body: unknown, headers: Record<string, string> = {}) => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
})

const open = (database: string, list = erasures()) => {
  const { app, ports, close } = nodeApp({ database, erasures: list })
  const post = (path: string, body: unknown) =>
    app.request(path, postOf(body, { 'idempotency-key': '0123456789abcdef' }))
  const follow = async (trackingCode: string) => (await post('/api/v1/cases/track', { trackingCode })).status
  return { app, ports, post, follow, close }
}

const filing = {
  ...{ track: 'mediation', category: 'neighbour', region: 'qingshi-liuwan', danger: false, consent: true },
  ...{ narrative: '经过', request: '诉求', name: '吴秀兰', phone: '13800000000' },
}

/** Files a case with a message to its complainant, and copies the database as a backup does. */
const fileAndBackUp = async () => {
  const database = join(folder, 'live.db')
  const live = open(database)
  const answer = (await (await live.post('/api/v1/cases', filing)).json()) as {
    caseNumber: string
    trackingCode: string
  }
  const { caseNumber: number, trackingCode } = answer
  await moveCase(live.ports, { number, kind: 'accepted', by: 'console', input: { message: '收到了' } })
  const backup = join(folder, 'backup.db')
  live.close()
  copyFileSync(database, backup)
  return { live: open(database), backup, number, trackingCode }
}

it('erasing a person removes their words, code and search keys, and keeps the record and the chain', async () => {
  const { live, number, trackingCode } = await fileAndBackUp()
  const { store } = live.ports
  expect(
    await store.findPerson('phone', ['13800000000'], ['unit:qingshi-liuwan-committee'], ''),
  ).toHaveLength(1)
  expect(await erasePerson({ ...live.ports, erasures: erasures() }, number, 1)).toEqual({
    ok: true,
    value: null,
  })
  expect(await live.follow(trackingCode)).toBe(404)
  expect(await store.findPerson('phone', ['13800000000'], ['unit:qingshi-liuwan-committee'], '')).toEqual([])
  const stored = await store.openCase(number)
  expect(await stored?.words(['party:1'])).toEqual([])
  expect(JSON.stringify(await stored?.words(['record']))).toContain('经过')
  expect(stored?.events.at(-1)).toMatchObject({ kind: 'erased', actor: 'console', data: { party: 1 } })
  // The stored answer for a repeated key contained the code: the same key now files a new case.
  const again = (await (await live.post('/api/v1/cases', filing)).json()) as { trackingCode: string }
  expect(again.trackingCode).not.toBe(trackingCode)
})

it('a restored backup erases the person once, before it serves the first request', async () => {
  const { live, backup, number, trackingCode } = await fileAndBackUp()
  await erasePerson({ ...live.ports, erasures: erasures() }, number, 1)
  // Without the list of erasures the backup would restore the person.
  const careless = open(backup, erasureFile(join(folder, 'none.jsonl')))
  expect(await careless.follow(trackingCode)).toBe(200)
  careless.close()
  const restored = open(backup)
  expect(await restored.follow(trackingCode)).toBe(404)
  const { events, words } = (await restored.ports.store.openCase(number)) ?? {}
  expect(await words?.(['party:1'])).toEqual([])
  expect(events?.filter(({ kind }) => kind === 'erased')).toHaveLength(1)
  restored.close()
  const later = open(backup)
  expect(await later.follow(trackingCode)).toBe(404)
  expect((await later.ports.store.openCase(number))?.events).toHaveLength(events?.length ?? 0)
})

it('nobody is erased while the list cannot be written: a backup would bring them back for good', async () => {
  const { live, number, trackingCode } = await fileAndBackUp()
  const list = { ...erasures(), add: () => Promise.reject(new Error('no space')) }
  await expect(erasePerson({ ...live.ports, erasures: list }, number, 1)).rejects.toThrow('no space')
  expect(await live.follow(trackingCode)).toBe(200)
})

it('erasing an unknown case or person reports why and changes nothing', async () => {
  const { live, number } = await fileAndBackUp()
  const list = erasures()
  expect(await erasePerson({ ...live.ports, erasures: list }, '2026-000000', 1)).toMatchObject({
    error: 'unknown',
  })
  expect(await erasePerson({ ...live.ports, erasures: list }, number, 2)).toMatchObject({
    error: 'noSuchPerson',
  })
  expect(await list.all()).toEqual([])
})

it.each([
  ['a person who took their request back stays', true, 200],
  ['a person whom an operator erased is erased again, whatever they had asked for', undefined, 404],
] as const)('in a replay of the list, %s', async (_, asked, status) => {
  const { live, number, trackingCode } = await fileAndBackUp()
  for (const kind of ['mediating', 'settled', 'closed'] as const)
    await moveCase(live.ports, { number, kind, by: 'console', input: { message: '办好了' } })
  const call = (body: object) => live.app.request('/api/v1/cases/erase', postOf({ trackingCode, ...body }))
  expect((await call({ confirm: true })).status).toBe(202)
  expect((await call({ cancel: true })).status).toBe(200)
  const stored = await live.ports.store.openCase(number)
  // The scheduler wrote its entry at the moment in which the person took the request back.
  await erasures().add({ caseId: stored?.record.id ?? '', party: 1, at: 0, ...(asked && { asked }) })
  live.close()
  expect(await open(join(folder, 'live.db')).follow(trackingCode)).toBe(status)
})

it('a person who was erased is not erased again: no step and no entry is added', async () => {
  const { live, number } = await fileAndBackUp()
  const ports = { ...live.ports, erasures: erasures() }
  expect(await erasePerson(ports, number, 1)).toMatchObject({ ok: true })
  const steps = async () => (await live.ports.store.openCase(number))?.events.length
  const [before, listed] = [await steps(), await erasures().all()]
  expect(await erasePerson(ports, number, 1)).toEqual({ ok: false, error: 'erased' })
  expect([await steps(), await erasures().all()]).toEqual([before, listed])
  live.close()
})
