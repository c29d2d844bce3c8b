import { beforeEach, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { casePath, deskPages, movePath, reportPath } from '#domain/routes/desk.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { eventsOf, holder, staffAt } from '../../support/holder.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** The revisit (回访) at the desk: on 今天 when it is due, recorded, and what follows if the agreement is not kept. */

const village = 'qingshi-liuwan-committee'
let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld(tuesday)
})

type Filed = Awaited<ReturnType<typeof file>>
const make = async ({ caseNumber: number }: Filed, kind: MoveKind, input: MoveInput = {}) => {
  const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
  if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
}
const settled = async () => {
  const filed = await file(world)
  await make(filed, 'accepted', { subject: '滴水' })
  await make(filed, 'mediating')
  await make(filed, 'settled', { message: '两家说好装水槽。' })
  await make(filed, 'closed')
  return filed
}
const due = '该回访了'
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, '')

/** Posts the move as the form of the page does. */
const revisit = async (
  staff: Awaited<ReturnType<typeof staffAt>>,
  filed: Filed,
  kept: string,
  reason: string,
) => {
  const seen = (await eventsOf(world, filed)).length
  const answer = await staff.post(movePath(filed.caseNumber, 'revisited'), {
    kept,
    reason,
    seen: String(seen),
  })
  expect(answer.status).toBe(303)
}

it('waits on the list from its day on, until it was made or reached nobody twice', async () => {
  const filed = await settled()
  /** Somebody of the desk who signs in on this day: a session ends overnight. */
  const at = async (later: number) => {
    world.time.now += later * day
    const staff = await staffAt(world, village)
    return { ...staff, listed: async () => (await staff.text(deskPages.today.path)).includes(due) }
  }
  const before = await at(29)
  expect(await before.listed()).toBe(false)
  expect((await before.get(movePath(filed.caseNumber, 'revisited'))).status).toBe(303)
  const first = await at(1)
  expect(await first.listed()).toBe(true)
  expect(await first.text(casePath(filed.caseNumber))).toContain('回访过了')
  await revisit(first, filed, 'unreached', '敲门没有人')
  expect(await first.listed()).toBe(false)
  const second = await at(7)
  expect(await second.listed()).toBe(true)
  await revisit(second, filed, 'unreached', '电话停机')
  expect(await (await at(60)).listed()).toBe(false)
  const shown = textOf(await holder(world, filed).page())
  expect(shown).toContain('回访，没有联系上')
  expect(shown).not.toContain('敲门没有人')
})

it('goes into the file, and one that finds the agreement broken leads on: to the mediator or to the court', async () => {
  const filed = await settled()
  world.time.now += 30 * day
  const staff = await staffAt(world, village)
  expect((await staff.get(movePath(filed.caseNumber, 'reopened'))).status).toBe(303)
  await revisit(staff, filed, 'not', '水槽没有装')
  const page = textOf(await staff.text(casePath(filed.caseNumber)))
  for (const part of ['协议没有都照做', '申请强制执行', '去法院起诉', '支付令', '水槽没有装'])
    expect(page.includes(part), part).toBe(true)
  expect(textOf(await staff.text(reportPath(filed.caseNumber)))).toContain('没有照做')
  const mine = textOf(await holder(world, filed).page())
  for (const part of ['回访时记下：没有都照做', '拿着协议去法院起诉'])
    expect(mine.includes(part), part).toBe(true)
  expect(mine).not.toContain('水槽没有装')
  const seen = String((await eventsOf(world, filed)).length)
  const answer = await staff.post(movePath(filed.caseNumber, 'reopened'), { reason: '接着调', seen })
  expect(answer.status).toBe(303)
  expect((await holder(world, filed).track()).status).toBe('accepted')
})
