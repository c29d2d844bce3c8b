import { expect, it } from 'vitest'
import { importedEvents } from '#domain/importing/import-events.ts'
import type { TakenRow } from '#domain/importing/judged-row.ts'
import { rowText } from '#domain/importing/row-keys.ts'
import type { ImportedRow } from '#store/ports/importing.ts'
import { makeWorld } from '../../support/world.ts'

/** Rows of an old ledger become cases once, whatever else is stored at the same moment (docs/adr/0055-import.md). */

const world = makeWorld()
const unit = 'qingshi-committee'
const by = { id: 'import', unit }

const rowOf = (name: string): ImportedRow => {
  const taken: TakenRow = { unit, region: 'qingshi', category: 'neighbour', name, narrative: '为一棵树争。' }
  const events = importedEvents({ line: 2 }, taken, by, world.time.now, false)
  return { whole: rowText(taken), likes: [], events, person: { names: [name], phones: [] } }
}
const store = (...names: string[]) => world.ports.store.importRows(names.map(rowOf), world.day().slice(0, 4))
const cases = async () =>
  (await world.db.prepare('SELECT count(*) AS n FROM cases WHERE imported').first<{ n: number }>())?.n

it('a batch with rows that are stored already stores the others', async () => {
  expect(await store('欧阳甲')).toBe(1)
  expect(await store('欧阳甲', '欧阳乙')).toBe(1)
  expect(await store('欧阳甲', '欧阳乙')).toBe(0)
  expect(await cases()).toBe(2)
})

it('two batches at the same moment store each row once, and the second goes on with what is left', async () => {
  const before = (await cases()) ?? 0
  const stored = await Promise.all([store('司马甲', '司马乙'), store('司马乙', '司马甲', '司马丙')])
  expect(stored.reduce((sum, count) => sum + count, 0)).toBe(3)
  expect(await cases()).toBe(before + 3)
})
