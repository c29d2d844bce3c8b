import { expect } from 'vitest'
import { atImport } from '../../support/old-ledger.ts'
import { asCsv, counted, ledgerRows } from '../../support/old-ledger-rows.ts'
import { countingRows } from '../../support/platform.ts'
import { makeDeskWorld } from '../../support/staff.ts'

/** The dry run of an old ledger looks its rows up by their keys, however many cases there are. */

const world = makeDeskWorld()

/** Fills what a dry run searches: people of filed cases, rows of ledgers that were imported before, and the lists. */
const fill = async (count: number): Promise<void> => {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`
  const id = "printf('%032x', i)"
  await world.db.batch(
    [
      `INSERT INTO cases (id, number, track, category, region, status, level, unit, about, danger, filed_at, head_seq, head_hash, next_change_at, colour) SELECT ${id}, '2024-' || (1000000 + i), 'mediation', 'neighbour', 'qingshi-liuwan', 'settled', 'village', 'qingshi-liuwan-committee', 'none', 0, i, 1, 'x', NULL, 0 FROM n`,
      `INSERT INTO blind_index SELECT 'name', 'name-' || i, ${id}, 'party:1' FROM n`,
      `INSERT INTO ledger_row SELECT 'row-' || i, ${id} FROM n`,
      `INSERT INTO ledger_like SELECT 'like-' || i, 'row-' || i FROM n`,
      `INSERT INTO case_listing (case_id, scope, open, due_at, colour, waits, changed_at) SELECT ${id}, 'below:qingshi', 0, 9e15, 0, '', i FROM n`,
    ].map((sql) => world.db.prepare(sql.replace('SELECT', `${numbers} SELECT`))),
  )
}

countingRows.it(
  'a dry run of 2,000 rows reads as many rows with 10 cases as with 20,000',
  async () => {
    const lead = await atImport(world)
    const check = await lead.matched(asCsv(ledgerRows()))
    const rows: number[] = []
    for (const count of [10, 20_000]) {
      await world.db.prepare('DROP TRIGGER IF EXISTS cases_no_delete').run()
      for (const table of ['cases', 'blind_index', 'ledger_row', 'ledger_like', 'case_listing'])
        await world.db.prepare(`DELETE FROM ${table}`).run()
      await fill(count)
      world.counted.take()
      expect(await lead.text(check)).toContain(`一共 ${counted.rows} 行`)
      rows.push(world.counted.take().rowsRead)
    }
    console.warn('rows of a dry run at 10 and 20,000 cases:', JSON.stringify(rows))
    expect(rows[1]).toBe(rows[0])
    expect(rows[0]).toBeLessThan(5 * counted.rows)
  },
  120_000,
)
