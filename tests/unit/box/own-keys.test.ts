import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ok } from '#domain/basics/result.ts'
import type { Secrets } from '#keys'
import { migrate, migrationsIn } from '#store/sqlite/migrate.ts'
import { makeBackup } from '../../../functions/box/backup/make.ts'
import { restoreBackup } from '../../../functions/box/backup/restore.ts'
import { dump } from '../../../functions/box/moving/dump.ts'
import { importDump } from '../../../functions/box/moving/import.ts'
import { openApp } from '../../../functions/box/open-app.ts'
import {
  keyCheck,
  misfitsIn,
  noteOwnKeys,
  takeKeys,
  takePepper,
  tracesIn,
} from '../../../functions/box/own-keys.ts'
import { statePaths } from '../../../functions/box/paths.ts'
import { readDatabase } from '../../../functions/box/read-database.ts'
import { findings } from '../../../functions/box/setup/health.ts'
import { appOver, backupPair, emptyState } from '../../support/box-state.ts'
import { nodeClient, ownSecrets } from '../../support/node-app.ts'

/** With other keys than its own a database is left alone, at every door through which it can come into use. */

const otherMaster: Secrets = { ...ownSecrets, masterKey: new Uint8Array(32).fill(5) }
const otherPepper: Secrets = { ...ownSecrets, codePepper: new Uint8Array(32).fill(6) }
const wrong: [string, Secrets, string[]][] = [
  ['another master key', otherMaster, ['master-key']],
  ['another pepper', otherPepper, ['code-pepper']],
  ['two other keys', { ...otherMaster, codePepper: otherPepper.codePepper }, ['master-key', 'code-pepper']],
]
const pathOf = (state: string) => statePaths(state).database
const marksIn = (state: string): number => {
  const database = new DatabaseSync(pathOf(state), { readOnly: true })
  const [row] = database.prepare('SELECT count(*) AS n FROM key_mark').all()
  database.close()
  return Number(row?.['n'])
}

/** A state with a case, without marks, as an earlier version leaves it. */
const earlier = async (): Promise<string> => {
  const state = emptyState()
  const app = appOver(state)
  await app.file()
  app.close()
  return state
}
const noted = async (): Promise<string> => {
  const state = await earlier()
  await noteOwnKeys(pathOf(state), ownSecrets)
  return state
}
/** One more case, filed with other keys. */
const fileWith = async (state: string, secrets: Secrets): Promise<void> => {
  const { database, files } = statePaths(state)
  const app = nodeClient({ database, files, secrets })
  await app.file()
  app.close()
}

describe('a database with marks', () => {
  it('knows each of its keys, and is told from others by name', async () => {
    const path = pathOf(await noted())
    expect(await misfitsIn(path, ownSecrets)).toEqual([])
    for (const [, secrets, names] of wrong) expect(await misfitsIn(path, secrets)).toEqual(names)
  })

  it('has none before its first use, then both, also without a case', async () => {
    const state = emptyState()
    appOver(state).close()
    expect([await misfitsIn(pathOf(state), otherMaster), marksIn(state)]).toEqual([[], 0])
    await noteOwnKeys(pathOf(state), ownSecrets)
    expect(marksIn(state)).toBe(2)
    expect(await misfitsIn(pathOf(state), otherMaster)).toEqual(['master-key'])
  })

  it('keeps them: other keys never take their place, the right ones once are enough', async () => {
    const state = await noted()
    for (const [, secrets] of wrong) await noteOwnKeys(pathOf(state), secrets)
    expect(await misfitsIn(pathOf(state), ownSecrets)).toEqual([])
    expect(marksIn(state)).toBe(2)
  })

  it('is compared without a look at its cases', async () => {
    const [before, after] = [await earlier(), await noted()].map((state) =>
      readDatabase(pathOf(state), tracesIn),
    )
    expect([before?.wrapped.length, after?.wrapped]).toEqual([expect.any(Number), []])
    expect(before?.wrapped).not.toEqual([])
  })

  it('tells nothing of the keys themselves', async () => {
    const state = await noted()
    const bytes = readFileSync(pathOf(state))
    for (const key of Object.values(ownSecrets)) {
      expect(bytes.includes(Buffer.from(key))).toBe(false)
      expect(bytes.includes(Buffer.from(key).toString('hex'))).toBe(false)
    }
  })

  it('takes another pepper only when it is told that its own is lost', async () => {
    const state = await noted()
    await takePepper(pathOf(state), otherPepper)
    expect(await misfitsIn(pathOf(state), otherPepper)).toEqual([])
    expect(await misfitsIn(pathOf(state), ownSecrets)).toEqual(['code-pepper'])
  })

  it('gives up no pepper that is its own, although somebody says that it is lost', async () => {
    const state = await noted()
    expect(await takeKeys(pathOf(state), ownSecrets, true)).toEqual([])
    expect(await misfitsIn(pathOf(state), ownSecrets)).toEqual([])
    const follows = await takeKeys(pathOf(state), otherPepper, true)
    for (const lost of ['老的查询码从此都查不了', '信上的号码', '纸上的备用码'])
      expect(follows.join()).toContain(lost)
  })
})

describe('a database without marks', () => {
  it('is judged by the keys of its cases, and marked by the right ones alone', async () => {
    const state = await earlier()
    expect(await misfitsIn(pathOf(state), otherMaster)).toEqual(['master-key'])
    await noteOwnKeys(pathOf(state), otherMaster)
    expect(marksIn(state)).toBe(0)
    await noteOwnKeys(pathOf(state), ownSecrets)
    expect(marksIn(state)).toBe(2)
  })

  it('is judged by the tree of its newest day, which the pepper makes', async () => {
    const state = await earlier()
    vi.setSystemTime(Date.now() + 2 * 86_400_000)
    const app = appOver(state)
    await app.schedule()
    app.close()
    expect(await misfitsIn(pathOf(state), ownSecrets)).toEqual([])
    expect(await misfitsIn(pathOf(state), otherPepper)).toEqual(['code-pepper'])
  })

  it('that was used with two master keys is neither refused nor marked, whichever is there', async () => {
    const state = await earlier()
    await fileWith(state, otherMaster)
    for (const secrets of [ownSecrets, otherMaster]) {
      expect(await misfitsIn(pathOf(state), secrets)).toEqual([])
      await noteOwnKeys(pathOf(state), secrets)
      expect(marksIn(state)).toBe(0)
    }
  })

  it('of a version that has no such table is judged as well', async () => {
    const database = new DatabaseSync(':memory:')
    migrate(database, 'migrations', migrationsIn('migrations').slice(0, 3))
    const state = emptyState()
    database.exec(`VACUUM INTO '${pathOf(state)}'`)
    database.close()
    expect(await misfitsIn(pathOf(state), otherMaster)).toEqual([])
  })
})

describe('the doors', () => {
  let lines: string[] = []
  beforeEach(() => {
    lines = []
    const write = (text: unknown) => lines.push(String(text)) > 0
    vi.spyOn(process.stderr, 'write').mockImplementation(write)
    vi.spyOn(console, 'warn').mockImplementation(write)
    return () => vi.restoreAllMocks()
  })

  const settingsOf = (state: string, secrets: Secrets) => {
    const keys = join(emptyState(), 'keys')
    mkdirSync(keys)
    const files = { 'master-key': secrets.masterKey, 'code-pepper': secrets.codePepper }
    for (const [name, key] of Object.entries(files))
      writeFileSync(join(keys, name), Buffer.from(key).toString('base64'))
    return { origin: 'http://127.0.0.1', listen: { host: '127.0.0.1', port: 1 }, proxies: [], state, keys }
  }

  it.each(wrong)(
    'serve with %s answers 503, names it, logs an alarm and changes nothing',
    async (_, secrets, names) => {
      const state = await noted()
      const before = readFileSync(pathOf(state))
      const app = await openApp(settingsOf(state, secrets))
      const ask = async (path: string) => app.fetch(new Request(`http://127.0.0.1${path}`))
      const healthz = await ask('/healthz')
      expect([app.usable, healthz.status]).toEqual([false, 503])
      const named = names.map((name) => `${name} (not that of this database)`).join(', ')
      expect(await healthz.text()).toBe(`Missing or malformed: ${named}\n`)
      expect((await ask('/track')).status).toBe(503)
      expect(lines.join('')).toContain('{"event":"alarm","kind":"keys",')
      expect(readFileSync(pathOf(state)).equals(before)).toBe(true)
    },
  )

  it.each(wrong)('a restore with %s puts nothing in place', async (_, secrets, names) => {
    const keys = backupPair()
    const made = await makeBackup(await noted(), keys.publicKey, Date.now())
    if (!made.ok) throw new Error(made.error.join())
    const state = emptyState()
    const into = (check: Secrets, newPepper = false) =>
      restoreBackup(made.value.path, keys.privateKey, state, { check: keyCheck(check, newPepper) })
    expect(await into(secrets)).toEqual({ ok: false, error: { keys: names } })
    expect(readdirSync(state)).toEqual(['lock'])
    // That the pepper is lost excuses the pepper alone.
    const isMaster = names.includes('master-key')
    expect((await into(secrets, true)).ok).toBe(!isMaster)
    if (isMaster) expect(await into(ownSecrets)).toMatchObject({ ok: true })
  })

  it.each(wrong)('an import with %s puts nothing in place', async (_, secrets, names) => {
    const [from, state] = [await noted(), emptyState()]
    const database = new DatabaseSync(pathOf(from), { readOnly: true })
    const path = join(from, 'dump.sql')
    writeFileSync(path, [...dump(database)].join('\n'))
    database.close()
    const into = (check: Secrets) => importDump(path, from, state, 'migrations', { check: keyCheck(check) })
    expect(await into(secrets)).toEqual({ ok: false, error: { keys: names } })
    expect([readdirSync(state), existsSync(pathOf(state))]).toEqual([['lock'], false])
    expect(await into(ownSecrets)).toMatchObject({ ok: true, value: { cases: 1 } })
  })

  it('status has a line about keys', async () => {
    const state = await noted()
    const lineWith = async (secrets: Secrets) => {
      const found = await findings(settingsOf(state, secrets), ok({ secrets }), undefined, Date.now())
      return found.filter(({ says }) => says.startsWith('钥匙：'))
    }
    expect(await lineWith(ownSecrets)).toEqual([{ good: true, says: '钥匙：和数据库对得上' }])
    for (const [, secrets, names] of wrong)
      expect(await lineWith(secrets)).toEqual([
        { good: false, says: expect.stringContaining(`${names.join('、')} 不是这个数据库的`) },
      ])
  })
})
