import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'

/**
 * docs/adr/0013-one-clock.md: only platform entry points read the machine's clock, and only tests can move it; its
 * source of randomness is passed in from the same places (rules.md R51). The sign-in library uses its own.
 */

const read = (file: string) => readFileSync(file, 'utf8')
// Not what the build writes, nor what imports.test.ts plants meanwhile.
const sources = globSync('functions/**/*.{ts,tsx}').filter((file) => !/\/generated\/|\/planted-/.test(file))
const moved = (offset: number, ...args: string[]) =>
  spawnSync('node', ['--import', './tests/support/moved-clock.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, CLOCK_OFFSET: String(offset) },
  })

// Not names that only contain the word, and not comments.
const clockCall = /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\)|\bperformance\.now\b/
const randomCall = /\b(getRandomValues|randomUUID|randomBytes|randomInt|randomFill(Sync)?|Math\.random)\b/
const filesThatCall = (call: RegExp) => sources.filter((file) => call.test(read(file))).sort()

describe('the machine’s source of randomness', () => {
  it('is used by entry files and console commands only; everything else uses the port', () => {
    expect(filesThatCall(randomCall)).toEqual([
      'functions/console/maintenance-ports.ts',
      'functions/console/secrets.ts',
      'functions/console/staff-create.ts',
      'functions/console/staff-sql.ts',
      'functions/node-random.ts',
      'functions/worker-ports.ts',
    ])
  })
})

it.each([
  ['const now = Date.now()', clockCall],
  ['const today = new Date()', clockCall],
  ['const text = Date()', clockCall],
  ['const read = Date.now', clockCall],
  ['crypto.getRandomValues(new Uint8Array(4))', randomCall],
  ['const { randomUUID } = crypto', randomCall],
  ["import { randomBytes } from 'node:crypto'", randomCall],
  ['Math.random()', randomCall],
])('a planted call is reported: %s', (text, call) => {
  expect(text).toMatch(call)
})

describe('the machine’s clock', () => {
  it('is read by entry files and console commands only; everything else uses the port', () => {
    expect(filesThatCall(clockCall)).toEqual([
      // A timer beside the clock, to notice that the clock was set.
      'functions/box/commands/serve.ts',
      'functions/console/clock.ts',
      'functions/console/staff-code.ts',
      'functions/node.ts',
      // How long a commit takes, which nothing stores.
      'functions/store/sqlite/commits.ts',
      'functions/worker-ports.ts',
    ])
  })

  it('cannot be moved by anything that is deployed', () => {
    for (const file of ['wrangler.toml', 'wrangler.desk.toml', 'package.json', ...sources])
      expect(read(file), file).not.toMatch(/CLOCK_OFFSET|TEST_DAY|on-a-day|moved-clock/)
    expect(read('wrangler.toml')).toMatch(/^main = "functions\/worker\.ts"$/m)
    expect(read('wrangler.desk.toml')).toMatch(/^main = "functions\/worker-desk\.ts"$/m)
  })

  it('is frozen in this suite, on the day of the run', () => {
    expect(Date.now()).toBe(Date.parse(inject('startAt')))
  })
})

it.each([0, 400 * 86_400_000, -30 * 86_400_000])(
  'a process with a clock offset of %i ms sees the moved time',
  (offset) => {
    const script =
      'process.stdout.write(JSON.stringify([Date.now(), new Date().getTime(), Date.parse(Date()), new Date(5).getTime(), new Date() instanceof Date, new Date().constructor === Date]))'
    const begun = performance.timeOrigin + performance.now()
    const { stdout } = moved(offset, '-e', script)
    const [now, made, called, given, ...same] = JSON.parse(stdout) as number[]
    for (const seen of [now, made, called]) {
      expect(seen).toBeGreaterThan(begun + offset - 2_000)
      expect(seen).toBeLessThan(begun + offset + 60_000)
    }
    expect([given, ...same]).toEqual([5, true, true])
  },
)

it('the check for texts due for review warns and exits with 0', () => {
  const { status, stdout } = moved(900 * 86_400_000, 'site/build/stale.ts')
  expect(status).toBe(0)
  const [, old, all] = /(\d+) of (\d+) texts/.exec(stdout) ?? []
  expect([Number(all) > 100, old]).toEqual([true, all])
})
