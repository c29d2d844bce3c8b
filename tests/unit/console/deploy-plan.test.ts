import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeKeys } from '#keys'
import { noteKeys } from '#store/key-marks/noting.ts'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { migrate } from '#store/sqlite/migrate.ts'
import { cloudflareApi } from '../../../functions/console/deploy/api.ts'
import { apply } from '../../../functions/console/deploy/apply.ts'
import { misfitsWith } from '../../../functions/console/deploy/fitting.ts'
import { type DeployKeys, readKeysFile } from '../../../functions/console/deploy/keys-file.ts'
import { chooseAccount, lookUp } from '../../../functions/console/deploy/look.ts'
import { isCountyName, type Names, namesFor } from '../../../functions/console/deploy/names.ts'
import { makePlan, sayPlan } from '../../../functions/console/deploy/plan.ts'
import { random } from '../../../functions/console/maintenance-ports.ts'
import { FakeCloudflare } from '../../support/cloudflare.ts'

/** The deploy against a stand-in for Cloudflare's API; wrangler's part is played here, and by itself in deploy-command.test.ts. */

let fake: FakeCloudflare
let base = ''
let folder = ''
let names: Names
let waits: number[]
let broken: string[]

beforeEach(async () => {
  fake = new FakeCloudflare()
  base = await fake.listen()
  folder = mkdtempSync(join(tmpdir(), 'liuchixiang-deploy-'))
  const relative = namesFor(undefined)
  const inFolder = (name: string) => join(folder, name)
  names = {
    ...relative,
    ...{
      siteConfig: inFolder('site.toml'),
      deskConfig: inFolder('desk.toml'),
      keys: inFolder('keys/one.json'),
    },
  }
  waits = []
  broken = []
})
afterEach(() => {
  fake.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What wrangler does, as far as the next run can see it; a step in `broken` fails. */
const wrangler = (_account: string, args: readonly string[]): boolean => {
  const config = readFileSync(args[args.indexOf('--config') + 1] ?? '', 'utf8')
  const [, name = ''] = /^name = "(.*)"$/m.exec(config) ?? []
  const step = args[0] === 'deploy' ? name : 'migrations'
  if (broken.includes(step)) return false
  if (args[0] === 'd1') fake.database('liuchixiang')?.exec('CREATE TABLE IF NOT EXISTS cases (id TEXT)')
  else {
    const worker = fake.worker(name)
    worker.uploads += 1
    const file = args.includes('--secrets-file') ? readFileSync(args.at(-1) ?? '', 'utf8') : '{}'
    sent.push({ name, secrets: JSON.parse(file) })
    worker.secrets = [...new Set([...worker.secrets, ...Object.keys(JSON.parse(file))])]
  }
  return true
}
let sent: { name: string; secrets: Record<string, string> }[] = []

interface Run {
  dry?: boolean
  account?: string
  stated?: string
  notices?: string
}

/** One run of the command, without build and readiness. */
const deploy = async ({ dry = false, account: wanted, stated, notices }: Run = {}): Promise<string> => {
  sent = []
  const lines: string[] = []
  const wait = async (milliseconds: number) => void waits.push(milliseconds)
  const api = cloudflareApi({ base, token: 'secret-token', wait })
  const account = await chooseAccount(api, wanted)
  if (!account.ok) return `refused: ${account.error}`
  const keys = readKeysFile(names.keys, { account: account.value.id, worker: names.site })
  if (!keys.ok) return `refused: ${keys.error}`
  const standing = await lookUp(api, account.value, names, 'www.county.example')
  if (!standing.ok) return `refused: ${standing.error}`
  const misfits = await misfitsWith(api, standing.value, keys.value)
  if (!misfits.ok) return `refused: ${misfits.error}`
  const options = {
    host: 'www.county.example',
    notices: notices !== undefined,
    stated,
    misfits: misfits.value,
  }
  const plan = makePlan(standing.value, names, keys.value, options)
  if (!plan.ok) return `refused: ${plan.error}`
  lines.push(sayPlan(plan.value))
  if (dry) return lines.join('\n')
  const tools = { api, wrangler, say: (line: string) => void lines.push(line) }
  const done = await apply(tools, plan.value, standing.value, names, {
    keys: keys.value,
    notices: notices ?? null,
  })
  return done.ok ? lines.join('\n') : `${lines.join('\n')}\nstopped: ${done.error}`
}

const complete = () => ({
  databases: [...fake.databases.values()].map(({ name }) => name),
  buckets: [...fake.buckets],
  workers: [...fake.workers].map(([name, { secrets }]) => [name, [...secrets].sort()]),
})
const whole = {
  databases: ['liuchixiang'],
  buckets: ['liuchixiang-files'],
  workers: [
    ['liuchixiang-desk', ['CODE_PEPPER', 'MASTER_KEY']],
    ['liuchixiang', ['CODE_PEPPER', 'MASTER_KEY']],
  ],
}
const keysInFile = (): DeployKeys => JSON.parse(readFileSync(names.keys, 'utf8'))

describe('a dry run', () => {
  it('names everything that would be made, in order, and changes nothing', async () => {
    const plan = await deploy({ dry: true })
    const made = plan.split('\n').filter((line) => line.startsWith('make'))
    expect(made.map((line) => line.slice(6).split(/[,(]/)[0]?.trim())).toEqual([
      ...['database liuchixiang', 'bucket liuchixiang-files', 'two keys'],
      ...['Worker liuchixiang-desk', 'Worker liuchixiang'],
    ])
    expect(plan).toContain('queue: none')
    expect(plan).toContain('"Always Use HTTPS" is on')
    expect(plan).toContain('no custom domain')
    expect([fake.changes, existsSync(names.keys), existsSync(names.siteConfig)]).toEqual([[], false, false])
  })

  it('says that nothing is missing once all is there', async () => {
    await deploy()
    fake.domains.set('www.county.example', 'liuchixiang')
    fake.zones.set('county.example', { https: 'off' })
    fake.asked = []
    const plan = await deploy({ dry: true })
    expect(plan).not.toMatch(/^make/m)
    expect(plan).toContain('"Always Use HTTPS" is OFF')
    expect(plan).toContain('www.county.example: leads to liuchixiang')
    expect(fake.changes).toEqual([])
  })
})

it('makes what is missing, once: a second run makes nothing and sends no key', async () => {
  await deploy()
  expect(complete()).toEqual(whole)
  const keys = keysInFile()
  for (const { secrets } of sent) expect(keys).toMatchObject(secrets)
  expect(statSync(names.keys).mode & 0o777).toBe(0o600)
  await deploy()
  expect(complete()).toEqual(whole)
  expect(sent.map(({ secrets }) => secrets)).toEqual([{}, {}])
  expect(keysInFile()).toEqual(keys)
  expect(readFileSync(names.siteConfig, 'utf8')).toContain(`database_id = "${[...fake.databases.keys()][0]}"`)
})

it('prints no key, and sends none to the API by itself', async () => {
  const said = await deploy()
  const { MASTER_KEY, CODE_PEPPER } = keysInFile()
  for (const key of [MASTER_KEY, CODE_PEPPER]) {
    expect(said).not.toContain(key)
    expect(fake.bodies.join()).not.toContain(key)
  }
})

it('sends the configuration of notices to the desk only', async () => {
  await deploy({ notices: '{"since":"x"}' })
  expect(sent.map(({ name, secrets }) => [name, Object.keys(secrets).includes('NOTICES')])).toEqual([
    ['liuchixiang-desk', true],
    ['liuchixiang', false],
  ])
})

describe('a run that stopped half-way is finished by the next, with the same keys', () => {
  const stops: [after: string, stop: () => void][] = [
    ['the migrations failed', () => broken.push('migrations')],
    ['the desk failed', () => broken.push('liuchixiang-desk')],
    ['the site failed', () => broken.push('liuchixiang')],
    ['the bucket was refused', () => fake.faults.push({ match: /^POST .*buckets$/, times: 1, status: 500 })],
    [
      'the network failed before the database was made',
      () => fake.faults.push({ match: /^POST .*d1\/database$/, times: 1, drop: 'before' }),
    ],
  ]
  it.each(stops)('after %s', async (_, stop) => {
    stop()
    expect(await deploy()).toContain('stopped: ')
    const keys = keysInFile()
    broken = []
    expect(await deploy()).not.toContain('stopped: ')
    expect(complete()).toEqual(whole)
    expect(keysInFile()).toEqual(keys)
    for (const { secrets } of sent) expect(keys).toMatchObject(secrets)
  })

  it.each(['POST .*d1/database$', 'POST .*r2/buckets$'])(
    'a cut connection after %s was carried out does not make it twice',
    async (match) => {
      fake.faults.push({ match: new RegExp(match), times: 1, drop: 'after' })
      expect(await deploy()).not.toContain('stopped: ')
      expect(complete()).toEqual(whole)
    },
  )
})

describe('keys', () => {
  it('that one Worker lacks come from the file; without it the deploy is refused', async () => {
    broken.push('liuchixiang')
    await deploy()
    const file = readFileSync(names.keys, 'utf8')
    rmSync(names.keys)
    broken = []
    expect(await deploy()).toMatch(/^refused: One Worker has keys that the other lacks/)
    expect(fake.workers.has('liuchixiang')).toBe(false)
    writeFileSync(names.keys, file, { mode: 0o600 })
    await deploy()
    expect(complete()).toEqual(whole)
  })

  it('are not made anew for a database that has cases', async () => {
    await deploy()
    fake.database('liuchixiang')?.exec("INSERT INTO cases VALUES ('one')")
    fake.workers.clear()
    rmSync(names.keys)
    fake.asked = []
    expect(await deploy()).toMatch(/^refused: The database is in use/)
    expect(fake.changes).toEqual([])
  })

  it.each([
    ['another master key', 'MASTER_KEY'],
    ['another pepper', 'CODE_PEPPER'],
  ])('with %s than the database was written with are not sent; the right ones are', async (_, name) => {
    await deploy()
    const file = readFileSync(names.keys, 'utf8')
    const secrets = JSON.parse(file)
    const sqlite = fake.database('liuchixiang')
    const decoded = (key: string) => Uint8Array.from(Buffer.from(key, 'base64'))
    const own = { masterKey: decoded(secrets.MASTER_KEY), codePepper: decoded(secrets.CODE_PEPPER) }
    if (!sqlite) throw new Error('no database')
    sqlite.exec('DROP TABLE cases')
    migrate(sqlite, 'migrations')
    expect(await noteKeys(d1FromSqlite(sqlite), makeKeys(own, random))).toEqual([])
    fake.workers.clear()
    const typed = JSON.stringify({ ...secrets, [name]: Buffer.alloc(32, 1).toString('base64') })
    writeFileSync(names.keys, typed, { mode: 0o600 })
    fake.asked = []
    expect(await deploy()).toMatch(new RegExp(`^refused: The database was written with another ${name} than`))
    expect([fake.changes, readFileSync(names.keys, 'utf8')]).toEqual([[], typed])
    // Nor are new ones made: the marks say that it was in use.
    rmSync(names.keys)
    expect(await deploy()).toMatch(/^refused: The database is in use/)
    writeFileSync(names.keys, file, { mode: 0o600 })
    await deploy()
    expect(complete()).toEqual(whole)
    // A wrong file beside Workers that have the right keys is named, and not in the way.
    writeFileSync(names.keys, typed)
    expect(await deploy({ dry: true })).toContain('is not the file of these keys')
  })

  it.each([
    ['of another account', { account: 'a2' }, /^refused: .* has the keys of liuchixiang in account a2/],
    ['of another Worker', { worker: 'other' }, /^refused: .* has the keys of other/],
    ['that are no keys', { MASTER_KEY: 'short' }, /^refused: .* is no file of keys/],
  ])('%s are refused, and the file stays', async (_, change, says) => {
    await deploy()
    const changed = JSON.stringify({ ...JSON.parse(readFileSync(names.keys, 'utf8')), ...change })
    writeFileSync(names.keys, changed)
    expect(await deploy()).toMatch(says)
    expect(readFileSync(names.keys, 'utf8')).toBe(changed)
  })
})

it('a database behind a page of others that contain its name is found, and not made again', async () => {
  for (let at = 0; at < 1_000; at += 1) fake.makeDatabase(`liuchixiang-${at}`)
  fake.makeDatabase('liuchixiang')
  const plan = await deploy({ dry: true })
  expect(plan).toMatch(/bucket liuchixiang-files/)
  expect(plan).not.toMatch(/^make .*database/m)
})

describe('accounts', () => {
  it('two accounts: the person must say which, and the other is left alone', async () => {
    fake.accounts = [
      { id: 'a1', name: 'County' },
      { id: 'a2', name: 'City' },
    ]
    const refused = await deploy()
    expect(refused).toContain('reaches 2 accounts')
    expect(refused).toContain('a2  City')
    expect(fake.changes).toEqual([])
    await deploy({ account: 'a2' })
    expect(fake.changes.length).toBeGreaterThan(0)
    expect(fake.changes.every((one) => one.includes('/accounts/a2/'))).toBe(true)
  })

  it('an account that the token does not reach is refused', async () => {
    expect(await deploy({ account: 'other' })).toMatch(/^refused: The token does not reach the account other/)
  })

  it('the account that was named is found behind the first page', async () => {
    fake.accounts = Array.from({ length: 101 }, (_, at) => ({ id: `a${at + 1}`, name: `County ${at + 1}` }))
    expect(await deploy()).toContain('reaches 101 accounts')
    expect(await deploy({ account: 'a101' })).not.toContain('refused: ')
    expect(fake.changes.length).toBeGreaterThan(0)
    expect(fake.changes.every((one) => one.includes('/accounts/a101/'))).toBe(true)
  })

  it('a database of wrangler.toml that the account does not have is refused as a wrong account', async () => {
    expect(await deploy({ stated: '99999999-1111-4111-8111-111111111111' })).toMatch(
      /^refused: .*right account/,
    )
    expect(fake.changes).toEqual([])
  })
})

describe('faults of the API', () => {
  const missingRights: [path: RegExp, right: string][] = [
    [/^GET \/accounts$/, 'Account Settings: Read'],
    [/d1\/database/, 'D1: Edit'],
    [/r2\/buckets/, 'Workers R2 Storage: Edit'],
    [/workers\/scripts/, 'Workers Scripts: Edit'],
  ]
  it.each(missingRights)('a token without the right for %s is told which it lacks', async (match, right) => {
    fake.faults.push({ match, times: 99, status: 403 })
    expect(await deploy()).toContain(`It needs the right "${right}"`)
    expect(fake.changes).toEqual([])
  })

  it('a token that may not read zones deploys, and is told to check by hand', async () => {
    fake.faults.push({ match: /zones|domains/, times: 99, status: 403 })
    const said = await deploy()
    expect(said).toContain('check by hand')
    expect(said).toContain('address www.county.example: could not be read')
    expect(said).not.toContain('no custom domain')
    expect(complete()).toEqual(whole)
  })

  it('an account without R2 is told to switch it on', async () => {
    fake.faults.push({ match: /r2\/buckets/, times: 1, status: 403, code: 10042 })
    expect(await deploy()).toContain('R2 is not switched on')
  })

  it('waits as long as the API says after too many requests, then goes on', async () => {
    fake.faults.push({ match: /d1\/database/, times: 2, status: 429, retryAfter: 7 })
    await deploy()
    expect(waits).toEqual([7000, 7000])
    expect(complete()).toEqual(whole)
  })

  it('gives up after four tries, and says when to come back', async () => {
    fake.faults.push({ match: /d1\/database/, times: 99, status: 429 })
    expect(await deploy()).toContain('Wait five minutes')
    expect(waits).toEqual([1000, 2000, 4000])
  })

  it('reads are tried again after a cut connection', async () => {
    fake.faults.push({ match: /^GET .*buckets/, times: 2, drop: 'before' })
    await deploy()
    expect(complete()).toEqual(whole)
  })

  it('an answer that breaks off is no answer: a read is tried again, a write is looked up', async () => {
    fake.faults.push({ match: /^GET .*buckets/, times: 2, drop: 'within' })
    fake.faults.push({ match: /^POST .*d1\/database$/, times: 1, drop: 'within' })
    expect(await deploy()).not.toContain('stopped: ')
    expect(complete()).toEqual(whole)
  })

  it('a network that stays away is said, with nothing made', async () => {
    fake.faults.push({ match: /^GET .*buckets/, times: 99, drop: 'before' })
    expect(await deploy()).toContain('nothing is made twice')
    expect(fake.changes).toEqual([])
  })
})

it('a county has names of its own, so that two share nothing', () => {
  const lists = [undefined, 'yuntai', 'yuntai-two'].map((county) => new Set(Object.values(namesFor(county))))
  const all = lists.flatMap((list) => [...list])
  expect(new Set(all).size).toBe(all.length)
})

it('two counties in one account have a database, a bucket, Workers and keys each', async () => {
  const first = names
  await deploy()
  const second = namesFor('yuntai')
  names = {
    ...second,
    ...{ siteConfig: `${first.siteConfig}2`, deskConfig: `${first.deskConfig}2`, keys: `${first.keys}2` },
  }
  const plan = await deploy()
  expect(plan.match(/^make/gm)).toHaveLength(5)
  expect(plan).toContain('notices.yuntai.json: not there')
  expect([...fake.databases.values()].map(({ name }) => name)).toEqual([first.database, second.database])
  expect([...fake.buckets]).toEqual([first.bucket, second.bucket])
  expect([...fake.workers.keys()]).toEqual([first.desk, first.site, second.desk, second.site])
  const other = JSON.parse(readFileSync(first.keys, 'utf8'))
  for (const name of ['MASTER_KEY', 'CODE_PEPPER'] as const) expect(keysInFile()[name]).not.toBe(other[name])
  expect(readFileSync(names.siteConfig, 'utf8')).toContain(`service = "${second.desk}"`)
})

it.each(['desk', 'yuntai-desk', 'files', 'yuntai-files', '../yuntai', 'Yuntai', ''])(
  'a county cannot be called "%s", which would be the name of another one\'s part, or no name',
  (county) => expect(isCountyName(county)).toBe(false),
)
