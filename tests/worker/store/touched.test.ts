import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { actions, api } from '#domain/routes/site.ts'
import * as files from '#store/files/schema.ts'
import * as letters from '#store/letters/schema.ts'
import * as notices from '#store/notices/schema.ts'
import * as publication from '#store/publication/schema.ts'
import * as ratings from '#store/ratings/schema.ts'
import * as base from '#store/schema.ts'
import * as sessions from '#store/sessions/schema.ts'
import { createVerify } from '#store/verify.ts'
import { createWholeVerify } from '#store/verifying/whole.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { closeRatings } from '../../../functions/figures/close-ratings.ts'
import { fileForm, small } from '../../support/evidence.ts'
import { eventsOf, holder, staffAt } from '../../support/holder.ts'
import { mediator, willing } from '../../support/meetings.ts'
import { wanting } from '../../support/notices.ts'
import { makePublications } from '../../support/publication.ts'
import { drawing, ended, low, rate } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { twoSides } from '../../support/two-sides.ts'
import { file, postJson, rightFiling, tuesday } from '../../support/world.ts'

/**
 * Every column of every table of cases is touched by raw SQL, without triggers: verification names the table and the
 * column, or the table below says why nobody can know. A new column needs a line, or it must be found.
 */

const schemas = [base, files, letters, notices, publication, ratings, sessions]
const tables = schemas
  .flatMap((schema) => Object.values(schema) as unknown[] as SQLiteTable[])
  .map(getTableConfig)

const log = 'a log: what people did beside the cases, in no history; triggers refuse a change'
const counter = 'a counter of guesses for minutes; it says nothing of a case'
const sending = 'how often and when it was tried; decides nothing of a case'
const receipt = 'for a day: sealed or fingerprinted under a key that only the sender has'

/** Columns that no history gives, and why. */
const unknowable: Record<string, string> = {
  'cases.number': 'drawn as the row is stored; year and form are compared, and a trigger refuses a change',
  'case_code.code_hash': 'of a random code that only its holder has; its form is compared',
  'case_code.epoch': 'signing out raises it without an event',
  'case_code.first_used_at': 'entering a code is no event',
  'case_file.due_at': 'when the scheduler looks; it then counts from the history before it deletes',
  'read_log.staff': log,
  'read_log.acting': log,
  'guess_mark.key': counter,
  'guess_mark.failures': counter,
  'guess_mark.expires_at': counter,
  'post_receipt.key_hash': receipt,
  'post_receipt.body_mac': receipt,
  'post_receipt.answer': receipt,
  'post_receipt.expires_at': receipt,
  'outbox.id': 'drawn at random',
  'outbox.next_at': sending,
  'outbox.attempts': sending,
  'outbox.unsure': sending,
  'published_answer.id': 'drawn at random',
  'rating_start.at': 'the instant of the migration',
  'rating_task_wide.case_id':
    'which tasks the scheduler looks at again; it finds nothing to change, or what is right',
  'rating_task.done_by': 'who set a task aside is in no history; the reason is sealed with its time',
}

/** What a touch does where the next number or another text is no touch, or which row is touched. */
const touches: Record<string, { set?: string; where?: string }> = {
  'case_rating.result': { set: "'fine'" },
  'case_rating.treated': { set: '9' },
  'case_rating.changed_at': { set: 'answered_at - 1' },
  'case_rating.sealed': { where: 'sealed IS NOT NULL' },
  'case_session.staff': { where: "staff NOT LIKE 'expert:%'" },
  'case_session.room': { where: "staff NOT LIKE 'expert:%'" },
  'case_session.unit': { where: "staff NOT LIKE 'expert:%'" },
  'case_event.seq': { set: '99' },
  'case_code.party': { set: '99' },
  'case_session.session': { set: '99' },
  'case_event.sealed': { where: 'sealed IS NOT NULL' },
  'cases.subject': { where: 'subject IS NOT NULL' },
  'cases.turned_at': { where: 'turned_at IS NOT NULL' },
  'case_listing.turned_at': { where: 'turned_at IS NOT NULL' },
  'case_file.kind': { where: "case_id <> ''" },
  'rating_task.units': { set: "'[]'" },
  'rating_task.reason': { where: 'reason IS NOT NULL' },
  'rating_task.done_at': { where: 'done_at IS NOT NULL' },
  'rating_task.done_unit': { where: 'done_unit IS NOT NULL' },
}

let world: DeskWorld
beforeAll(async () => {
  world = makeDeskWorld(tuesday)
  const { make } = twoSides(world)
  // Both sides, a meeting, a letter, a file, a consultation, notices.
  const { filed } = await willing(world, wanting)
  const mine = holder(world, filed)
  const form = fileForm(
    { trackingCode: filed.trackingCode, sensitive: 'none', audience: 'mediator', caption: '墙' },
    small.jpeg,
  )
  expect((await world.request(api.files, { method: 'POST', ...form })).status).toBe(201)
  await mine.post(actions.trackConsultation, { expert: 'counsellor-one', slot: '202612021400' })
  await make(filed, 'session-arranged', {
    ...{ comers: ['1', '2'], length: 60, room: 'first', time1: Date.parse('2026-12-03T09:30:00+08:00') },
    mediator: await mediator(world),
  })
  // A case that turned with a refresh, a filing with a receipt, a guess.
  const late = await file(world, { danger: true, contact: { mayCall: true, mayText: false } })
  await file(world)
  await holder(world, { trackingCode: '1234567890123456' }).track()
  await (await staffAt(world, 'shili-centre')).get(`/desk/cases/${late.caseNumber}`)
  // A rating with a line, and a task of each kind; one is set aside.
  const over = await ended(world)
  await rate(drawing(world, true), over, low)
  world.time.now += 9 * 86_400_000
  await refreshCases({ ...world.ports, erasures: null })
  expect(await closeRatings(world.ports)).toBe(true)
  const stored = await world.ports.store.openCase(over.caseNumber)
  if (!stored) throw new Error('no case')
  const looker = await staffAt(world, 'qingshi-centre', 'lead')
  await looker.get(`/desk/cases/${over.caseNumber}`)
  await world.ports.store.setRatingTaskAside(
    stored,
    { id: looker.id, unit: 'qingshi-centre' } as never,
    'look',
    '问过双方',
    world.time.now,
  )
  await makePublications(world).agreed()
  await postJson(world, api.cases, rightFiling, { 'idempotency-key': crypto.randomUUID() })
  expect((await eventsOf(world, filed)).length).toBeGreaterThan(8)
  const { results } = await world.db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    .all<{ name: string }>()
  for (const { name } of results) await world.db.prepare(`DROP TRIGGER ${name}`).run()
})

const verified = async () => {
  const { mismatches } = await createVerify(world.db, world.ports.keys, world.ports.clock)('', 1000)
  return [...mismatches, ...(await createWholeVerify(world.db)())]
}

/** Touches one row, gives what verification names, and puts the table back. */
const touched = async (
  table: string,
  column: string,
  { set, where = '1' }: { set?: string; where?: string },
) => {
  const run = (sql: string) => world.db.prepare(sql).run()
  await run(`CREATE TABLE kept AS SELECT * FROM ${table}`)
  try {
    const row = await world.db
      .prepare(`SELECT * FROM ${table} WHERE ${where} LIMIT 1`)
      .first<Record<string, unknown>>()
    if (!row) throw new Error(`${table}: the world has no row`)
    const texts = Object.entries(row).filter(
      ([, value]) => typeof value === 'string' || typeof value === 'number',
    )
    const old = row[column]
    const next =
      set ??
      (typeof old === 'number'
        ? `${column} + 1`
        : old instanceof Object
          ? "x'00'"
          : old === null
            ? '5'
            : "'zz'")
    await world.db
      .prepare(
        `UPDATE ${table} SET ${column} = ${next} WHERE ${texts.map(([name]) => `${name} = ?`).join(' AND ')}`,
      )
      .bind(...texts.map(([, value]) => value))
      .run()
    return (await verified()).map(({ what }) => what)
  } finally {
    await run(`DELETE FROM ${table}`)
    await run(`INSERT INTO ${table} SELECT * FROM kept`)
    await run('DROP TABLE kept')
  }
}

describe('a touched column', () => {
  it('is none before anything is touched', async () => {
    expect(await verified()).toEqual([])
  })

  const columns = tables.flatMap(({ name, columns: own }) =>
    own.map(
      (column) => [name, column.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] as const,
    ),
  )
  it.each(columns.filter(([table, column]) => !unknowable[`${table}.${column}`]))(
    '%s.%s is found',
    async (table, column) => {
      const found = await touched(table, column, touches[`${table}.${column}`] ?? {})
      expect(found.length).toBeGreaterThan(0)
      // A touched history breaks its chain; a row that moved to another case is missed there.
      if (table === 'case_event') expect(found.join()).toMatch(/^(hash|prev|case_event|cases)/)
      else
        expect(
          found.some((what) => what.startsWith(table) || column === 'id' || column === 'case_id'),
          found.join(),
        ).toBe(true)
    },
  )

  it.each(Object.keys(unknowable))('%s is a column', (name) => {
    expect(columns.map((one) => one.join('.'))).toContain(name)
  })

  it.each([
    ...['cases', 'case_event', 'case_key', 'case_code', 'blind_index', 'case_listing'],
    ...['case_session', 'letter_number', 'case_file', 'case_year', 'rating_group'],
  ])('a removed row of %s is found', async (table) => {
    await world.db.prepare(`CREATE TABLE kept AS SELECT * FROM ${table}`).run()
    await world.db
      .prepare(`DELETE FROM ${table} WHERE 1 LIMIT 1`)
      .run()
      .catch(() => world.db.prepare(`DELETE FROM ${table}`).run())
    const found = await verified()
    await world.db.batch(
      [`DELETE FROM ${table}`, `INSERT INTO ${table} SELECT * FROM kept`, 'DROP TABLE kept'].map((sql) =>
        world.db.prepare(sql),
      ),
    )
    expect(found.map(({ what }) => what).join()).toMatch(
      new RegExp(table === 'case_event' ? 'prev|case_event' : table),
    )
  })

  it('is named with its row: the first in time that was touched', async () => {
    const run = (sql: string) => world.db.prepare(sql).run()
    await run('CREATE TABLE kept AS SELECT * FROM case_event')
    await run("UPDATE case_event SET at = 1 WHERE kind = 'invited'")
    const found = (await verified()).find(({ what }) => what.startsWith('hash'))
    await run('DELETE FROM case_event')
    await run('INSERT INTO case_event SELECT * FROM kept')
    await run('DROP TABLE kept')
    expect(found?.place).toMatchObject({ kind: 'invited', number: expect.stringMatching(/^2026-\d{6}$/) })
    // The touched row may say any time; the row before it does not lie.
    expect(found?.place?.at).toBeGreaterThan(1)
  })
})
