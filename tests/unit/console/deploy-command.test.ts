import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { namesFor } from '../../../functions/console/deploy/names.ts'
import { FakeCloudflare } from '../../support/cloudflare.ts'

/** npm run deploy as a whole, with the real wrangler, against a stand-in for Cloudflare's API. */

const fake = new FakeCloudflare()
const county = `test-${process.pid}`
const names = namesFor(county)
const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-deploy-'))
/** The stand-in for npm writes here which county it was asked to build. */
const built = join(folder, 'built')
let base = ''

beforeAll(async () => {
  vi.useRealTimers()
  base = await fake.listen()
  // A real build would empty dist/ while other test files read it.
  const npm = `#!/bin/sh\nprintf %s "$LIUCHIXIANG_COUNTY" > '${built}'\n`
  writeFileSync(join(folder, 'npm'), npm, { mode: 0o755 })
})
afterAll(() => {
  fake.close()
  for (const file of [folder, names.siteConfig, names.deskConfig, names.keys])
    rmSync(file, { recursive: true, force: true })
})

/** Asynchronous, because the stand-in answers from this process. */
const run = (args: string[], variables: Record<string, string> = {}) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const env = {
      ...process.env,
      PATH: `${folder}:${process.env['PATH']}`,
      CLOUDFLARE_API_BASE_URL: base,
      CLOUDFLARE_API_TOKEN: 'token',
      ...variables,
    }
    const child = spawn('node', ['functions/console/deploy.ts', ...args], { env })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
    child.on('close', (code) => resolve({ code, said }))
  })
const deploy = (...args: string[]) => run(['--county', county, ...args])

it('does nothing before it was said what for, and names the law', async () => {
  const { code, said } = await deploy()
  expect([code, fake.asked]).toEqual([1, []])
  expect(said).toContain('个人信息保护法第三十六条')
  expect(said).toContain('--for abroad')
  // The first document that the county is sent to is the one about its own machine.
  expect(/docs\/[\w/-]+\.md/.exec(said)?.[0]).toBe('docs/box/README.md')
})

it('refuses the sample county for anything but a sample', async () => {
  const { code, said } = await deploy('--for', 'trial')
  expect([code, fake.asked]).toEqual([1, []])
  expect(said).toContain('还是示例县的')
})

it.each([
  ['the option', ['--county', county], {}],
  ['the variable', [], { LIUCHIXIANG_COUNTY: county }],
  ['the option before the variable', ['--county', county], { LIUCHIXIANG_COUNTY: 'other' }],
])('builds and names the county that is chosen by %s', async (_, args, variables) => {
  const { code, said } = await run([...args, '--for', 'sample', '--dry-run'], variables)
  expect([code, readFileSync(built, 'utf8')]).toEqual([0, county])
  expect(said).toContain(`database ${names.database}`)
  expect(fake.changes).toEqual([])
})

it('says where a county comes from whose name cannot be one', async () => {
  const { code, said } = await run(['--for', 'sample'], { LIUCHIXIANG_COUNTY: 'yuntai-desk' })
  expect([code, fake.changes]).toEqual([1, []])
  expect(said).toContain('LIUCHIXIANG_COUNTY: "yuntai-desk"')
})

it('makes database, bucket, keys, both Workers and the cron trigger; a dry run before and after changes nothing', async () => {
  const before = await deploy('--for', 'sample', '--dry-run')
  expect([before.code, fake.changes]).toEqual([0, []])
  const { code, said } = await deploy('--for', 'sample')
  expect([code, said]).toEqual([0, expect.stringContaining('Deployed')])
  const tables = fake
    .database(names.database)
    ?.prepare("SELECT name FROM sqlite_schema WHERE name = 'case_event'")
  expect(tables?.all()).toHaveLength(1)
  expect([...fake.buckets]).toEqual([names.bucket])
  const secrets = ['CODE_PEPPER', 'MASTER_KEY']
  expect([...fake.worker(names.site).secrets].sort()).toEqual(secrets)
  expect([...fake.worker(names.desk).secrets].sort()).toEqual(secrets)
  expect(fake.worker(names.desk).crons).toEqual(['*/10 * * * *'])
  const { MASTER_KEY, CODE_PEPPER } = JSON.parse(readFileSync(names.keys, 'utf8'))
  for (const secret of [MASTER_KEY, CODE_PEPPER, 'Bearer']) expect(said).not.toContain(secret)
  fake.asked = []
  const after = await deploy('--for', 'sample', '--dry-run')
  expect(after.said).not.toMatch(/^make/m)
  expect(fake.changes).toEqual([])
}, 240_000)
