import { beforeEach, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { casePath, deskPages, movePath, reportPath } from '#domain/routes/desk.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { eventsOf, holder, staffAt } from '../../support/holder.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** Reviews (以案促改): of what failed, came again or is many people's; measures stay on a list until they are done. */

const [village, town] = ['qingshi-liuwan-committee', 'qingshi-centre']
let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld(tuesday)
})

type Filed = Awaited<ReturnType<typeof file>>
const make = async ({ caseNumber: number }: Filed, kind: MoveKind, input: MoveInput = {}) => {
  const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
  if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
}
const failed = async (changes: Record<string, unknown> = {}) => {
  const filed = await file(world, changes)
  await make(filed, 'accepted', { subject: '滴水' })
  await make(filed, 'mediating')
  await make(filed, 'failed', { message: '没有谈成。', ways: ['none'], reason: '没有别的路' })
  return filed
}
type Staff = Awaited<ReturnType<typeof staffAt>>
const post = async (staff: Staff, filed: Filed, kind: MoveKind, fields: Record<string, string>) =>
  staff.post(movePath(filed.caseNumber, kind), {
    ...fields,
    seen: String((await eventsOf(world, filed)).length),
  })
const found = {
  ...{ cause: 'unknown', reason: '两家都不知道滴水要退多远' },
  ...{ measure: '村规民约写明滴水要退多远', measureBy: '2026-12-20' },
}
const listed = async (staff: Staff, { caseNumber }: Filed) =>
  (await staff.text(deskPages.measures.path)).includes(casePath(caseNumber))

it('sets a measure that stays on the list, and on the report, until it is done', async () => {
  const filed = await failed()
  const lead = await staffAt(world, village, 'lead')
  expect((await post(lead, filed, 'reviewed', found)).status).toBe(303)
  expect(await listed(lead, filed)).toBe(true)
  const above = await staffAt(world, town, 'lead')
  expect(await listed(above, filed)).toBe(true)
  // The list has no word that anybody wrote.
  expect(await above.text(deskPages.measures.path)).not.toContain('滴水')
  const report = await lead.text(reportPath(filed.caseNumber))
  for (const text of ['没有谈成', '规定有，群众不知道', '村规民约写明', '还没有落实'])
    expect(report).toContain(text)
  expect(await lead.text(casePath(filed.caseNumber))).toContain('村规民约写明')
  world.time.now += 30 * day
  const later = await staffAt(world, village, 'lead')
  expect(await later.text(deskPages.measures.path)).toContain('，已过')
  const seq = (await eventsOf(world, filed)).findLast(({ kind }) => kind === 'reviewed')?.seq
  const done = await post(later, filed, 'measure-done', { measureOf: String(seq), reason: '已经改了' })
  expect(done.status).toBe(303)
  expect(await listed(later, filed)).toBe(false)
  const theirs = await holder(world, filed).page()
  for (const text of ['复盘', '村规民约', '措施']) expect(theirs).not.toContain(text)
})

it('that is sent again after Back is the first, until its measure is done', async () => {
  const filed = await failed()
  const lead = await staffAt(world, village, 'lead')
  const reviews = async () => (await eventsOf(world, filed)).filter(({ kind }) => kind === 'reviewed')
  for (let press = 0; press < 2; press += 1)
    expect((await post(lead, filed, 'reviewed', found)).status).toBe(303)
  const [first, ...more] = await reviews()
  expect(more).toEqual([])
  await post(lead, filed, 'measure-done', { measureOf: String(first?.seq), reason: '改了' })
  expect((await post(lead, filed, 'reviewed', found)).status).toBe(303)
  expect(await reviews()).toHaveLength(2)
})

it('names the unit that reviewed, also where another unit has the case', async () => {
  const filed = await failed()
  const above = await staffAt(world, town, 'lead')
  expect((await post(above, filed, 'reviewed', found)).status).toBe(303)
  const [review] = (await eventsOf(world, filed)).filter(({ kind }) => kind === 'reviewed')
  expect([review?.acting, review?.unit]).toEqual([town, village])
  const html = await above.text(deskPages.measures.path)
  expect(html.split(casePath(filed.caseNumber))[1]?.split('</tr>')[0]).toContain('青石镇综治中心')
})

it('is open for what failed, came again or is five people’s, and for nobody but a lead', async () => {
  const lead = await staffAt(world, village, 'lead')
  const open = async (filed: Filed, by = lead) =>
    (await by.get(movePath(filed.caseNumber, 'reviewed'))).status === 200
  const plain = await file(world)
  await make(plain, 'accepted', { subject: '滴水', people: 4 })
  expect(await open(plain)).toBe(false)
  await make(plain, 'subject-set', { subject: '滴水', people: 5 })
  expect(await open(plain)).toBe(true)
  const over = await failed()
  expect(await open(over, await staffAt(world, village))).toBe(false)
  await make(over, 'reopened', { reason: '又漏了' })
  expect(await open(over)).toBe(true)
  expect((await (await staffAt(world, village)).get(deskPages.measures.path)).status).toBe(404)
})

it('leaves no list of those who must not know: another village, who is off the case, a case that went to the county', async () => {
  const filed = await failed()
  const lead = await staffAt(world, village, 'lead')
  await post(lead, filed, 'reviewed', found)
  expect(await listed(await staffAt(world, 'qingshi-songping-committee', 'lead'), filed)).toBe(false)
  const off = await staffAt(world, village, 'lead')
  await post(off, filed, 'recused', { reason: '是我舅舅' })
  expect(await listed(off, filed)).toBe(false)
  expect(await listed(lead, filed)).toBe(true)
  await make(filed, 'reopened', { reason: '又漏了' })
  await make(filed, 'danger-marked', { reason: '动了手' })
  expect(await listed(lead, filed)).toBe(false)
  expect(await listed(await staffAt(world, town, 'lead'), filed)).toBe(false)
  expect(await listed(await staffAt(world, 'shili-centre', 'lead'), filed)).toBe(true)
})
