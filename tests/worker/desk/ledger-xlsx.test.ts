import { readXlsx } from 'hucre/xlsx'
import { beforeEach, expect, it } from 'vitest'
import { ledgerColumns } from '#domain/ledger/columns.ts'
import { deskPages, ledgerPaths } from '#domain/routes/desk.ts'
import { atLedger, cellsOf, fillLedger } from '../../support/ledger.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** The ledger as a workbook: the same rows as the CSV, up to five thousand, and no formula. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const village = 'qingshi-liuwan-committee'

it('has the rows of the CSV as text, and is in the log', async () => {
  for (const subject of ['=1+1', '屋檐滴水', '＝a<b>&"c"']) {
    const { caseNumber } = await file(world)
    await world.db.prepare('UPDATE cases SET subject = ? WHERE number = ?').bind(subject, caseNumber).run()
  }
  const desk = await atLedger(world, village)
  const answer = await desk.get(ledgerPaths.xlsx)
  expect(answer.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
  expect(answer.headers.get('content-disposition')).toContain('filename="ledger-2026-11-24.xlsx"')
  const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  const rows = (book.sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell ?? ''))
  expect(book.sheets[0]?.name).toBe(deskPages.ledger.name)
  expect(rows[0]).toEqual(ledgerColumns.map(({ name }) => name))
  const csv = cellsOf((await desk.csv()).slice(1)).map((row) => row.map((cell) => cell.replace(/^'/, '')))
  expect(rows).toEqual(csv)
  expect(JSON.stringify(book)).not.toContain('"formula"')
  expect(await desk.log()).toContainEqual({ kind: 'exported', form: 'xlsx', filter: '', rows: 3 })
})

it('holds five thousand cases; of more, the page names CSV', async () => {
  await fillLedger(world, 5001, [`unit:${village}`])
  const desk = await atLedger(world, village)
  const refused = await desk.get(ledgerPaths.xlsx)
  const back = refused.headers.get('location') ?? ''
  expect(back).toBe(`${deskPages.ledger.path}?long=xlsx`)
  expect(await (await desk.get(back)).text()).toContain('请用“存成 CSV”')
  expect(await desk.log()).toEqual([])
  await world.db.prepare("DELETE FROM case_listing WHERE case_id = printf('%032x', 1)").run()
  const at = performance.now()
  const bytes = await (await desk.get(ledgerPaths.xlsx)).arrayBuffer()
  console.warn(`ledger as XLSX, 5,000 rows: ${Math.round(performance.now() - at)} ms, ${bytes.byteLength} B`)
  expect((await readXlsx(new Uint8Array(bytes))).sheets[0]?.rows).toHaveLength(5001)
}, 60_000)
