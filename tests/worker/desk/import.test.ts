import { expect, it, vi } from 'vitest'
import { createVerify } from '#store/verify.ts'
import { asWorkbook, atImport, countsOn } from '../../support/old-ledger.ts'
import { asCsv, counted, ledgerRows } from '../../support/old-ledger-rows.ts'
import { makeDeskWorld } from '../../support/staff.ts'

/** A dirty ledger of 2,000 rows is imported, twice, in both formats (docs/adr/0055-import.md). */

const world = makeDeskWorld()
const count = async (sql: string) =>
  (await world.db.prepare(`SELECT count(*) AS n FROM ${sql}`).first<{ n: number }>())?.n

it('a dirty ledger of 2,000 rows is stored once, whichever format it comes in', async () => {
  const lead = await atImport(world)
  const rows = ledgerRows()
  const check = await lead.matched(asCsv(rows))
  world.counted.take()
  const fingerprints = vi.spyOn(world.ports.keys, 'mac')
  const ledgerMarks = () => fingerprints.mock.calls.filter(([label]) => label === 'blind-ledger').length
  const dry = await lead.text(check)
  const marks = { looked: ledgerMarks(), pressed: 0 }
  const looked = world.counted.take()
  expect(countsOn(dry)).toEqual([counted.rows, counted.taken, counted.doubtful, 0, counted.not])
  expect(await count('cases')).toBe(0)
  world.counted.take()
  await lead.post(check, { from: /name="from" value="(\d+)"/.exec(dry)?.[1] ?? '' })
  const pressed = world.counted.take()
  marks.pressed = ledgerMarks() - marks.looked
  fingerprints.mockRestore()
  console.warn('import:', { looked, pressed, marks })
  // Sign-in, draft, what is known of rows; a request may make 1,000 statements.
  expect(looked.statements).toBeLessThanOrEqual(12)
  expect(pressed.statements).toBeLessThanOrEqual(700)
  // A press takes fingerprints of its own rows alone, not of all once more: here and where they are stored.
  expect(marks.pressed).toBeLessThan(marks.looked / 2)
  // However many rows there are, each is looked up by its key.
  expect(looked.rowsRead).toBeLessThan(5 * counted.rows)
  expect(await lead.all(check)).toBe(4)
  expect(await count('cases WHERE imported = 1')).toBe(counted.taken)
  expect(countsOn(await lead.text(check))).toEqual([counted.rows, 0, 0, counted.taken, counted.not])

  // The same rows as a workbook: everything is known.
  const again = await lead.matched(await asWorkbook(rows))
  expect(countsOn(await lead.text(again))).toEqual([counted.rows, 0, 0, counted.taken, counted.not])
  expect(await lead.all(again)).toBe(0)
  expect(await count('cases')).toBe(counted.taken)
  expect(await count("cases WHERE status = 'closed'")).toBe(counted.taken)
  expect(await count('case_code')).toBe(0)
  expect(await count('outbox')).toBe(0)
  expect(await count('case_listing WHERE colour > 0 OR turned_at IS NOT NULL')).toBe(0)
  expect(await count('cases WHERE next_change_at IS NOT NULL')).toBe(0)
  // Every event is of now.
  expect(await count(`case_event WHERE at <> ${world.time.now}`)).toBe(0)

  const verify = createVerify(world.counted.db, world.ports.keys, world.ports.clock)
  let after: string | null = ''
  let verified = 0
  while (after !== null) {
    const page = await verify(after, 200)
    expect(page.mismatches).toEqual([])
    verified += page.cases
    after = page.next
  }
  expect(verified).toBe(counted.taken)
}, 240_000)
