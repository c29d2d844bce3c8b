import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { makeBackup } from '../../../functions/box/backup/make.ts'
import { type Restoring, restoreBackup } from '../../../functions/box/backup/restore.ts'
import { statePaths } from '../../../functions/box/paths.ts'
import { needStopped } from '../../../functions/box/setup/answering.ts'
import { lockState } from '../../../functions/box/state-lock.ts'
import { appOver, backupPair, emptyState } from '../../support/box-state.ts'

/** A command that fills a state is alone with it, and removes what it has made itself and nothing else. */

const keys = backupPair()
let backup: string
let state: string

beforeAll(async () => {
  state = emptyState()
  const app = appOver(state)
  await app.file()
  const made = await makeBackup(state, keys.publicKey, Date.now())
  app.close()
  if (!made.ok) throw new Error(made.error.join())
  backup = made.value.path
})

const restore = (into: string, options?: Restoring) => restoreBackup(backup, keys.privateKey, into, options)
const whole = ['app.db', 'backups', 'files', 'lock']

it('of two restores at once one is done, and the other touches nothing', async () => {
  const into = emptyState()
  const ended = await Promise.all([restore(into), restore(into)])
  expect(ended.map((one) => (one.ok ? 'ok' : one.error)).sort()).toEqual(['inUse', 'ok'])
  expect(readdirSync(into).sort()).toEqual(whole)
})

it('a restore that fails while another one tries leaves the state to be filled', async () => {
  const into = emptyState()
  const tried: unknown[] = []
  const finish = async () => {
    tried.push(await restore(into))
    throw new Error('broken off')
  }
  await expect(restore(into, { finish })).rejects.toThrow('broken off')
  expect(tried).toEqual([{ ok: false, error: 'inUse' }])
  expect(await restore(into)).toMatchObject({ ok: true })
})

it('what fails at its end leaves a state that can be filled again', async () => {
  const into = emptyState()
  const seen: string[][] = []
  const finish = async (coming: string) => {
    seen.push(readdirSync(coming).sort())
    throw new Error('no room')
  }
  await expect(restore(into, { finish })).rejects.toThrow('no room')
  expect(seen).toEqual([['app.db', 'files']])
  expect(readdirSync(into)).toEqual(['lock'])
  expect(await restore(into)).toMatchObject({ ok: true })
})

it('a place that is taken while it is filled keeps what is there', async () => {
  const into = emptyState()
  const finish = async () => {
    mkdirSync(statePaths(into).files)
    writeFileSync(join(statePaths(into).files, 'foreign'), 'foreign')
  }
  await expect(restore(into, { finish })).rejects.toThrow('ENOTEMPTY')
  expect(readFileSync(join(statePaths(into).files, 'foreign'), 'utf8')).toBe('foreign')
  expect(existsSync(statePaths(into).database)).toBe(false)
})

it('what a killed run has left is removed, and lost+found stays', async () => {
  const into = emptyState()
  for (const name of ['coming', 'coming/files', 'lost+found']) mkdirSync(join(into, name))
  writeFileSync(join(into, 'coming/app.db'), 'half')
  expect(await restore(into)).toMatchObject({ ok: true })
  expect(readdirSync(into).sort()).toEqual([...whole, 'lost+found'].sort())
})

it('the lock is shared or held alone, also between processes, and ends with a process that is killed', async () => {
  const into = emptyState()
  const script = `
    const { lockState } = await import(${JSON.stringify(resolve('functions/box/state-lock.ts'))})
    globalThis.held = lockState(${JSON.stringify(resolve(into))}, process.argv[1])
    console.log(typeof held)
    setInterval(() => {}, 1000)`
  const holder = async (how: string) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, how], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = await once(child.stdout, 'data')
    expect(String(said)).toBe('function\n')
    return async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
  const taken = (how: 'shared' | 'alone') => {
    const release = lockState(into, how)
    release?.()
    return release !== undefined
  }
  const endShared = await holder('shared')
  expect([taken('shared'), taken('alone')]).toEqual([true, false])
  expect(await restore(into)).toEqual({ ok: false, error: 'inUse' })
  await endShared()
  const endAlone = await holder('alone')
  expect([taken('shared'), taken('alone')]).toEqual([false, false])
  await endAlone()
  expect([taken('shared'), taken('alone')]).toEqual([true, true])
  expect(readdirSync(into)).toEqual(['lock'])
})

it('only a refused connection says that the server has stopped', async () => {
  // It takes connections and never answers, as a process that is stopped by a signal.
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as { port: number }
  const listen = { host: '127.0.0.1', port }
  await expect(needStopped(listen)).rejects.toThrow('还在运行，什么都没有做')
  await new Promise((done) => silent.close(done))
  await needStopped(listen)
  await expect(needStopped({ host: '255.255.255.255', port })).rejects.toThrow('看不出网站程序有没有停下')
})
