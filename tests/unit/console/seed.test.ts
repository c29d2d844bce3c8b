import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { termFaults } from '#domain/agreement/terms.ts'
import { phoneNumbers } from '#domain/basics/phone-numbers.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { levels } from '#domain/words/levels.ts'
import { statusIds } from '#domain/words/statuses.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { makeKeys } from '#keys'
import { createVerify } from '#store/verify.ts'
import { copyCases } from '../../../functions/console/seed/copy-cases.ts'
import { tableCopier } from '../../../functions/console/seed/copy-tables.ts'
import { seedDatabase } from '../../../functions/console/seed/database.ts'
import { drawOf } from '../../../functions/console/seed/draw.ts'
import { sampleSubjects } from '../../../functions/console/seed/matters.ts'
import { inventPerson } from '../../../functions/console/seed/people.ts'
import { readPlan } from '../../../functions/console/seed/read-plan.ts'
import { seedCases } from '../../../functions/console/seed/seed-cases.ts'
import { sampleWords } from '../../../functions/console/seed/sentences.ts'

/** Sample data: npm run seed. */

const secrets = { masterKey: new Uint8Array(32).fill(3), codePepper: new Uint8Array(32).fill(4) }
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const machine = { secrets, random, now: Date.now() }
const plan = { cases: 500, months: 18, until: '2026-11-24', random: 'test' }
const patience = 400_000

const open = () => {
  const sqlite = new DatabaseSync(':memory:')
  for (const name of readdirSync('migrations').sort())
    if (name.endsWith('.sql')) sqlite.exec(readFileSync(`migrations/${name}`, 'utf8'))
  const database = seedDatabase(sqlite)
  const column = (sql: string) =>
    sqlite
      .prepare(sql)
      .all()
      .map((row) => Object.values(row)[0])
  const faults = async () => {
    const verify = createVerify(database.d1, makeKeys(secrets, random), () => Date.now())
    return (await verify('', 10_000)).mismatches
  }
  return { database, column, faults, heads: () => column('SELECT head_hash FROM cases ORDER BY id') }
}

describe('500 cases', { timeout: patience }, () => {
  const { database, column, faults, heads } = open()
  let running: ReturnType<typeof seedCases> | undefined
  /** Seeds by the first test that asks for it. */
  const seed = () => {
    running ??= seedCases(database, machine, plan)
    return running
  }

  it(
    'have every status, track, subject and level, and verification finds nothing',
    async () => {
      expect(await seed()).toMatchObject({ added: 500, there: 0 })
      const distinct = (name: string) => column(`SELECT DISTINCT ${name} FROM cases`).toSorted()
      expect(distinct('status')).toEqual([...statusIds].toSorted())
      expect(distinct('track')).toEqual([...trackIds].toSorted())
      expect(distinct('category')).toEqual([...categoryIds].toSorted())
      expect(distinct('level')).toEqual(Object.keys(levels).toSorted())
      expect(await faults()).toEqual([])
    },
    patience,
  )

  it('have what views are about', async () => {
    await seed()
    const count = (where: string) =>
      column(`SELECT count(DISTINCT case_id) FROM case_event WHERE ${where}`)[0]
    const kinds = ['reopened', 'urged', 'extended', 'referred', 'referral-answered', 'withdrawn', 'objected']
    const more = [
      'danger-marked',
      'session-held',
      'agreement',
      'item-received',
      'item-missed',
      'spot-checked',
    ]
    for (const kind of [...kinds, ...more, 'consultation-booked', 'cohandler-joined', 'agreed', 'lead-named'])
      expect([kind, count(`kind = '${kind}'`)], kind).toEqual([kind, expect.toSatisfy((found) => found > 0)])
    expect(count(`data LIKE '%"bySecondReturn":true%'`)).toBeGreaterThan(0)
    expect(count(`kind = 'filed' AND data LIKE '%"anonymous":true%'`)).toBeGreaterThan(0)
    expect(count(`kind = 'filed' AND data LIKE '%"danger":true%'`)).toBeGreaterThan(0)
    expect(count(`kind = 'filed' AND acting <> ''`)).toBeGreaterThan(50)
    const referred = `SELECT count(*) FROM cases WHERE status = 'referred'`
    expect(column(referred)[0]).toBeGreaterThan(0)
    const overdue = `SELECT count(DISTINCT case_id) FROM case_listing WHERE open = 1 AND due_at < ${Date.parse(`${plan.until}T00:00:00+08:00`)}`
    expect(column(overdue)[0]).toBeGreaterThan(3)
  })

  it('are there already the second time', async () => {
    await seed()
    const before = heads()
    expect(await seedCases(database, machine, plan)).toMatchObject({ added: 0, there: 500, made: 0 })
    expect(heads()).toEqual(before)
  })

  it(
    'begin with the same cases as a smaller county of the same name, and with others than one of another name',
    async () => {
      await seed()
      const all = new Set(heads())
      const [small, other] = [open(), open()]
      await seedCases(small.database, machine, { ...plan, cases: 30 })
      await seedCases(other.database, machine, { ...plan, cases: 5, random: 'other' })
      expect(small.heads()).toHaveLength(30)
      expect(small.heads().filter((head) => !all.has(head))).toEqual([])
      expect(other.heads().filter((head) => all.has(head))).toEqual([])
    },
    patience,
  )
})

it(
  'copies have histories, people and numbers of their own, and are made once',
  async () => {
    const { database, column, faults, heads } = open()
    const more = { ...plan, cases: 120, lived: 20 }
    const triggers = () => column("SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
    const before = triggers()
    database.sqlite.exec(`INSERT INTO anchor_day VALUES ('2026-11-23', '${'0'.repeat(64)}')`)
    await seedCases(database, machine, { ...plan, cases: 20 })
    expect(await copyCases(database, machine, more)).toBe(100)
    expect(await copyCases(database, machine, more)).toBe(0)
    expect(await faults()).toEqual([])
    expect(column('SELECT day FROM anchor_day')).toEqual([])
    expect(triggers()).toEqual(before)
    expect(new Set(heads()).size).toBe(120)
    expect(new Set(column('SELECT number FROM cases')).size).toBe(120)
    expect(new Set(column("SELECT hash FROM blind_index WHERE field = 'phone'")).size).toBeGreaterThan(100)
  },
  patience,
)

it(
  'a case whose answer is published is not copied: the answer belongs to it alone',
  async () => {
    const { database, column } = open()
    await seedCases(database, machine, { ...plan, cases: 3 })
    const [first] = column('SELECT id FROM cases ORDER BY id')
    database.sqlite.exec(
      `INSERT INTO published_answer VALUES ('a1', '${first}', '2026-10', 'qingshi-office', '问', '答')`,
    )
    expect(await copyCases(database, machine, { ...plan, cases: 9, lived: 3 })).toBeGreaterThan(3)
    expect(column('SELECT case_id FROM published_answer')).toEqual([first])
  },
  patience,
)

describe('what is invented', () => {
  it('can be promised', () => {
    for (const { matters } of sampleSubjects)
      for (const { promised } of matters) expect([promised, termFaults(promised)]).toEqual([promised, []])
  })

  it('rings nobody', () => {
    for (let person = 0; person < 50; person += 1) {
      const { phone } = inventPerson(drawOf(String(person)))
      expect(phone).toMatch(/^0000-0\d{6}$/)
      expect(phoneNumbers(phone)).toHaveLength(1)
    }
  })
})

describe('arguments', () => {
  it('have defaults', () => {
    expect(readPlan([], '2026-11-24')).toEqual({
      ok: true,
      value: { cases: 5000, lived: 5000, months: 18, until: '2026-11-24', random: '1' },
    })
    expect(readPlan(['--cases', '20'], '2026-11-24')).toMatchObject({ value: { cases: 20, lived: 20 } })
  })

  it.each([
    [['--cases', '0'], '--cases 0: write a whole number from 1 to 1000000.'],
    [['--cases', '五千'], '--cases 五千: write a whole number from 1 to 1000000.'],
    [['--months', '61'], '--months 61: write a whole number from 1 to 60.'],
    [['--until', '2026-02-30'], '--until 2026-02-30: write a day of the calendar as yyyy-mm-dd.'],
    [['--until', '2026-11-25'], '--until 2026-11-25: today is 2026-11-24, and nothing happens after today.'],
    [
      ['--random', 'a/b'],
      '--random a/b: write up to 40 letters, digits, - or _; another name draws another county.',
    ],
    [['--remote'], expect.stringContaining("Unknown option '--remote'")],
  ])('%j is refused with a sentence', (args, error) => {
    expect(readPlan(args, '2026-11-24')).toEqual({ ok: false, error })
  })
})

describe('the words of samples', () => {
  const fits: Record<string, RegExp> = {
    court: /法院/,
    police: /派出所|公安/,
    arbitration: /仲裁/,
    authority: /局$/,
    'legal-aid': /法律援助/,
  }

  it.each(sampleWords.referrals.map(({ outside, body }) => [outside, body] as const))(
    'refer a case to %s by the name of such a body: %s',
    (outside, body) => {
      expect(body).toMatch(fits[outside] ?? /^$/)
      // And of no other.
      for (const [other, name] of Object.entries(fits)) if (other !== outside) expect(body).not.toMatch(name)
    },
  )

  it.each(sampleWords.declines.map(({ message, body }) => [message, body] as const))(
    'decline a case and name who is competent: %s %s',
    (message, body) => {
      const named = Object.values(fits).filter((name) => name.test(message))
      for (const name of named) expect(body).toMatch(name)
      if (named.length === 0) expect(body).toMatch(/^当地/)
    },
  )
})

it('the copy of a row beside a history has unique keys of its own, whatever the table', () => {
  const { database, column } = open()
  const { sqlite } = database
  for (const name of column("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
    sqlite.exec(`DROP TRIGGER "${name}"`)
  const copied = (table: unknown) =>
    table === 'cases' || column(`SELECT name FROM pragma_table_info('${table}')`).includes('case_id')
  const tables = column("SELECT name FROM sqlite_schema WHERE type = 'table'").filter(copied)
  for (const table of tables) {
    const columns = column(`SELECT name FROM pragma_table_info('${table}')`)
    const key = table === 'cases' ? 'id' : 'case_id'
    const values = columns.map((name) => (name === key ? "'source'" : name === 'units' ? "'[]'" : '1'))
    sqlite.exec(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`)
  }
  const copy = tableCopier(sqlite)
  for (const letter of ['b', 'c'])
    copy('source', { id: letter.padStart(32, '0'), number: letter, headHash: letter.repeat(64) })
  for (const table of ['cases', 'case_listing', 'published_answer'])
    expect(column(`SELECT count(*) FROM ${table}`), table).toEqual([3])
  expect(column('SELECT count(*) FROM published_answer WHERE id = case_id')).toEqual([0])
})
