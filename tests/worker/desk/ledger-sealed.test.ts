import { beforeEach, describe, expect, it } from 'vitest'
import { ledgerColumns } from '#domain/ledger/columns.ts'
import { mostUnsealed } from '#domain/ledger/papers.ts'
import { ledgerRow } from '#domain/ledger/row.ts'
import { sealedColumns } from '#domain/ledger/sealed-columns.ts'
import { deskPages, ledgerPaths } from '#domain/routes/desk.ts'
import type { Role } from '#domain/staff/staff.ts'
import { erasePerson, loggedErasures } from '../../../functions/desk/erase-person.ts'
import { sealedLines } from '../../../functions/desk/ledger/sealed-lines.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { atLedger, cellsOf, fillLedger } from '../../support/ledger.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, rightFiling, tuesday } from '../../support/world.ts'

/** The ledger with names and words: who may make it, that it is in every log, and what it never says. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const reason = { exportReason: '市里检查，报名册' }

/** The cells of the file behind the columns of the ledger, by number. */
const sealedIn = async (answer: Response) => {
  expect(answer.status).toBe(200)
  const lines = cellsOf(new TextDecoder().decode(await answer.arrayBuffer()))
  expect(lines[0]).toEqual([...ledgerColumns, ...sealedColumns].map(({ name }) => name))
  return new Map(lines.slice(1).map((line) => [line[0], line.slice(ledgerColumns.length)]))
}

describe('who may make it', () => {
  const table: [unit: string, role: Role, may: boolean][] = [
    ['shili-centre', 'lead', true],
    ['shili-petition', 'lead', true],
    ['shili-committee', 'lead', true],
    ['shili-centre', 'handler', false],
    ['shili-centre', 'admin', false],
    ['qingshi-centre', 'lead', false],
    ['qingshi-liuwan-committee', 'lead', false],
    ['qingshi-liuwan-1-grid', 'handler', false],
  ]
  it.each(table)('%s %s: %s', async (unit, role, may) => {
    await file(world)
    const desk = await atLedger(world, unit, role)
    const shown = await desk.get(ledgerPaths.sealed)
    const sent = await desk.post(ledgerPaths.sealed, reason)
    expect([shown.status, sent.status]).toEqual(may ? [200, 200] : [404, 404])
    await sent.arrayBuffer()
    const page = await (await desk.get(deskPages.ledger.path)).text()
    expect(page.includes(ledgerPaths.sealed)).toBe(may)
    expect(await desk.log()).toHaveLength(may ? 2 : 0)
  })
})

it('has names and words of the cases of the reader, and the same row for a person without a name', async () => {
  const named = await file(world, { otherParty: '=老赵家' })
  const nameless = await file(world, {
    name: undefined,
    phone: undefined,
    address: undefined,
    anonymous: true,
  })
  const erased = await file(world)
  const danger = await file(world, { danger: true, contact: { mayCall: true } })
  const hidden = await file(world, { about: 'county-staff' })
  const erasures = loggedErasures(world.ports.log)
  expect((await erasePerson({ ...world.ports, erasures }, erased.caseNumber, 1)).ok).toBe(true)
  const centre = await atLedger(world, 'shili-centre')
  const rows = await sealedIn(await centre.post(ledgerPaths.sealed, reason))
  const { name, phone, address, narrative, request } = rightFiling
  expect(rows.get(named.caseNumber)).toEqual([name, phone, address, "'=老赵家", narrative, request])
  expect(rows.get(nameless.caseNumber)).toEqual(['', '', '', '', narrative, request])
  // Who was erased has the row of who left no name.
  expect(rows.get(erased.caseNumber)).toEqual(rows.get(nameless.caseNumber))
  expect(rows.get(danger.caseNumber)).toEqual([name, phone, address, '', narrative, request])
  expect(rows.has(hidden.caseNumber)).toBe(false)
})

it('is in the log with who, why, which and how many, and at each case', async () => {
  const [one, other] = [await file(world), await file(world, { category: 'land' })]
  const centre = await atLedger(world, 'shili-centre', 'lead', '何主任')
  await (await centre.post(ledgerPaths.sealed, { ...reason, category: 'land' })).arrayBuffer()
  const log = await centre.log()
  expect(log).toEqual([
    { kind: 'export-ended', form: 'sealed', rows: 1 },
    {
      kind: 'exported',
      form: 'sealed',
      filter: 'category=land',
      rows: 1,
      reason: expect.stringMatching(/^[0-9a-f]+$/),
    },
  ])
  const words = '导出台账（CSV，带姓名和经过，类别：土地宅基地，1 件，为了：市里检查，报名册）'
  for (const path of [deskPages.account.path, deskPages.log.path])
    expect(await (await centre.get(path)).text(), path).toContain(words)
  // A lead of the same unit reads why: the audit needs a reader.
  const sameUnit = await atLedger(world, 'shili-centre', 'lead', '季主任')
  for (const path of [deskPages.log.path, `${deskPages.log.path}?who=${centre.member.id}`]) {
    const html = await (await sameUnit.get(path)).text()
    expect(html, path).toContain('导出台账（CSV，带姓名和经过，1 件，为了：市里检查，报名册）')
    expect(html, path).not.toContain('土地宅基地')
  }
  // Others read what was made and how long it is, and neither which cases nor why: also who keeps the accounts.
  const keeper = await atLedger(world, 'shili-centre', 'admin')
  expect(await (await keeper.get(deskPages.log.path)).text()).not.toContain('报名册')
  const colleague = await atLedger(world, 'shili-office')
  for (const path of [deskPages.log.path, `${deskPages.log.path}?who=${centre.member.id}`]) {
    const html = await (await colleague.get(path)).text()
    expect(html, path).toContain('导出台账（CSV，带姓名和经过，1 件）')
    for (const hidden of ['报名册', '土地宅基地', words]) expect(html, path).not.toContain(hidden)
  }
  const reads = async (number: string) =>
    (
      await world.db
        .prepare(
          'SELECT staff, acting, kind FROM read_log WHERE case_id = (SELECT id FROM cases WHERE number = ?)',
        )
        .bind(number)
        .all()
    ).results
  expect(await reads(other.caseNumber)).toEqual([
    { staff: centre.member.id, acting: 'shili-centre', kind: 'export' },
  ])
  expect(await reads(one.caseNumber)).toEqual([])
})

it('sends nothing for a filter that cannot be', async () => {
  await file(world)
  const centre = await atLedger(world, 'shili-centre')
  for (const [filter, sentence] of [
    [{ from: '2026-11-20', until: '2026-11-01' }, '这样一件也不会有'],
    [{ colour: '9' }, '“预警”里没有这一样'],
  ] as const) {
    const answer = await centre.post(ledgerPaths.sealed, { ...reason, ...filter })
    expect(answer.status, sentence).toBe(422)
    expect(await answer.text()).toContain(sentence)
  }
  expect(await centre.log()).toEqual([])
})

it('has no words of a case that was handed on after the list was read', async () => {
  const [kept, gone] = [await file(world), await file(world)]
  const village = 'qingshi-liuwan-committee'
  const member = { id: 'reader', username: 'reader', name: '周', unit: village, role: 'lead' as const }
  const { results } = await world.db
    .prepare('SELECT id FROM cases WHERE number IN (?, ?)')
    .bind(kept.caseNumber, gone.caseNumber)
    .all<{ id: string }>()
  const listed = await world.ports.store.ledgerCases(results.map(({ id }) => id))
  const rows = listed.map((one) => ledgerRow(one, world.time.now, 'paper'))
  const input = { unit: 'qingshi-committee', reason: '谈不拢' }
  const moved = await moveCase(world.ports, {
    ...{ number: gone.caseNumber, kind: 'escalated', by: member, input },
  })
  expect(moved).toMatchObject({ ok: true })
  let csv = ''
  for await (const { text } of sealedLines(world.ports, member, rows, new Map())) csv += text
  const numbers = cellsOf(csv.slice(1)).map(([number]) => number)
  expect(numbers).toEqual(['编号', kept.caseNumber])
})

it('asks for a reason, bounded, and for no more than two thousand cases', async () => {
  const { caseNumber } = await file(world)
  const centre = await atLedger(world, 'shili-centre')
  for (const [typed, sentence] of [
    ['', '请写一写为什么'],
    ['因'.repeat(101), '最多 100 个字'],
    ['因'.repeat(5000), '最多 100 个字'],
  ] as const) {
    const answer = await centre.post(ledgerPaths.sealed, { exportReason: typed, category: 'neighbour' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain(sentence)
    expect(html).toContain('name="category" value="neighbour"')
    expect(html).not.toContain(caseNumber)
  }
  await fillLedger(world, mostUnsealed, ['below:shili'])
  const many = await centre.post(ledgerPaths.sealed, reason)
  expect(many.status).toBe(422)
  expect(await many.text()).toContain(`一次最多 ${mostUnsealed} 件`)
  expect(await centre.log()).toEqual([])
  await world.db.prepare("DELETE FROM case_listing WHERE case_id = printf('%032x', 1)").run()
  world.counted.take()
  const rows = await sealedIn(await centre.post(ledgerPaths.sealed, reason))
  const { statements, rowsWritten } = world.counted.take()
  console.warn(`2,000 sealed rows: ${statements} statements, ${rowsWritten} rows written`)
  expect(rows.size).toBe(mostUnsealed)
  // One row in the log of each case, by one statement.
  expect(statements).toBeLessThanOrEqual(160)
}, 60_000)
