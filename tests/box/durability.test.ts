import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileAt, fileUntil, followAt } from '../support/box/filing.ts'
import { visit } from '../support/http.ts'
import { boxFolder, startBox } from '../support/serve-box.ts'
import { answering } from '../support/server.ts'

/** What was acknowledged stays, whatever happens to the process, the disk or the clock. */

let box: Awaited<ReturnType<typeof boxFolder>>
let running: ReturnType<typeof startBox>
beforeEach(async () => {
  box = await boxFolder()
})
afterEach(() => {
  running.child.kill('SIGKILL')
  rmSync(box.state, { recursive: true, force: true })
})

const start = async (
  ...given: Parameters<typeof startBox> extends [string, ...infer Rest] ? Rest : never
) => {
  running = startBox(box.config, ...given)
  await answering(box.base, 'the box')
}
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

const lost = async (codes: string[]): Promise<string[]> => {
  const missing: string[] = []
  for (const code of codes) {
    const answer = await followAt(box.base, code)
    await answer.body?.cancel()
    if (answer.status !== 200) missing.push(code)
  }
  return missing
}
const whole = (): unknown => {
  const database = new DatabaseSync(box.database, { readOnly: true })
  const found = [
    database.prepare('PRAGMA integrity_check').get(),
    ...database.prepare('PRAGMA foreign_key_check').all(),
  ]
  database.close()
  return found
}

describe('what a box acknowledged', () => {
  it('is there after kill -9 under load, three times', async () => {
    const all: string[] = []
    for (let round = 0; round < 3; round += 1) {
      await start()
      const killed = wait(1_500).then(() => {
        running.child.kill('SIGKILL')
        return running.ended
      })
      const { codes, statuses } = await fileUntil(box.base, 16, killed)
      await killed
      expect(statuses).toEqual([])
      all.push(...codes)
    }
    expect(all.length).toBeGreaterThan(100)
    await start()
    expect(await lost(all)).toEqual([])
    expect(whole()).toEqual([{ integrity_check: 'ok' }])
    console.warn('kill -9: acknowledged', all.length, 'lost 0')
  })

  it('is there after SIGTERM under load, which answers what has begun and leaves one file', async () => {
    await start()
    const told = wait(1_500).then(() => {
      running.child.kill('SIGTERM')
      return running.ended
    })
    const { codes, statuses } = await fileUntil(box.base, 16, told)
    expect([await told, running.log()]).toEqual([0, expect.stringMatching(/^已启动：版本 [^\n]*\n$/)])
    expect(statuses).toEqual([])
    expect(codes.length).toBeGreaterThan(10)
    expect(existsSync(`${box.database}-wal`)).toBe(false)
    await start()
    expect(await lost(codes)).toEqual([])
  })

  it('is followed and moved on after the clock was set back by a day', async () => {
    await start([], { CLOCK_OFFSET: '86400000' })
    const filed = await fileAt(box.base)
    const code = 'code' in filed ? filed.code : ''
    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(0)
    await start([], { CLOCK_OFFSET: '0' })
    expect((await followAt(box.base, code)).status).toBe(200)
    const said = await fetch(`${box.base}/api/v1/cases/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ trackingCode: code, text: '您好' }),
    })
    expect(said.status).toBe(201)
    expect('code' in (await fileAt(box.base))).toBe(true)
    expect(running.log()).not.toMatch(/fault|scheduler/)
  })
})

describe('a database that is lost', () => {
  it.each([
    ['is gone', () => rmSync(box.database)],
    ['is an empty file', () => writeFileSync(box.database, '')],
  ])(
    'because it %s is not replaced by an empty one: pages are served, nothing is stored, an alarm says it',
    async (_, lose) => {
      lose()
      const before = existsSync(box.database)
      await start()
      expect((await visit(box.base).get('/lessons/')).status).toBe(200)
      expect(await fileAt(box.base)).toEqual({ status: 503 })
      expect(running.log()).toContain('"event":"alarm","kind":"database-missing"')
      expect(running.log()).toContain(`${box.database}：没有数据库。`)
      running.child.kill('SIGTERM')
      expect(await running.ended).toBe(1)
      expect([existsSync(box.database), existsSync(`${box.database}-wal`)]).toEqual([before, false])
    },
  )
})

it('a list of erasures that is damaged in an earlier line is named by an alarm, and pages are served', async () => {
  writeFileSync(join(box.state, 'erasures.jsonl'), '{"caseId":"c1\n{"caseId":"c2","party":1,"at":1}\n')
  await start()
  expect((await visit(box.base).get('/lessons/')).status).toBe(200)
  expect(await fileAt(box.base)).toEqual({ status: 503 })
  expect(running.log()).toContain('"event":"alarm","kind":"database","code":"ERASURES_DAMAGED"')
  expect(running.log()).not.toContain('c1')
  // Nor is the database held, by the server or its thread.
  expect(existsSync(`${box.database}-wal`)).toBe(false)
})

describe('a box without names', () => {
  it('never asks for one, and connects to nobody: pages, filing, following, the desk and the schedule', async () => {
    await start(['--import', resolve('tests/support/box/no-names.ts')])
    const person = visit(box.base)
    for (const path of [
      '/',
      '/search?q=%E9%82%BB%E5%B1%85',
      '/statistics/',
      '/desk/sign-in',
      '/nothing/',
      '/healthz',
    ])
      expect((await person.get(path)).status, path).toBeLessThan(500)
    const filed = await fileAt(box.base)
    expect('code' in filed && (await followAt(box.base, filed.code)).status).toBe(200)
    await wait(500)
    expect(running.log()).toContain('已启动：')
    expect(running.log()).not.toContain('ASKED OUTSIDE')
    expect(running.log()).not.toMatch(/fault|scheduler/)
  })

  it('is tried with a check that sees a question', () => {
    const code = "import('node:dns').then(({ lookup }) => lookup('county.example', () => {}))"
    const asked = spawnSync(
      process.execPath,
      ['--import', resolve('tests/support/box/no-names.ts'), '-e', code],
      { encoding: 'utf8' },
    )
    expect(asked.stderr).toContain('ASKED OUTSIDE: lookup')
  })
})
