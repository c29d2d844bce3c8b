import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { agreementPath, casePath, movePath } from '#domain/routes/desk.ts'
import { staffAt } from '../../support/holder.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { twoSides } from '../../support/two-sides.ts'
import { tuesday } from '../../support/world.ts'

/** What staff can say of the items of an agreement, for people who use no code. */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld(tuesday)
})

/** A case whose two sides have promised one thing, and the number of its last event. */
const settled = async () => {
  const sides = twoSides(world)
  const { filed } = await sides.invited()
  await sides.make(filed, 'mediating')
  const staff = await staffAt(world, 'qingshi-liuwan-committee')
  const { caseNumber } = filed
  const seen = async () => String((await world.ports.store.openCase(caseNumber))?.record.headSeq)
  const draft = { facts: '滴水', what1: '装一道檐沟', by1: '2', due1: '2026-12-05', mediators: staff.id }
  await staff.post(agreementPath(caseNumber), { seen: await seen(), ...draft })
  const page = await staff.text(agreementPath(caseNumber, 'conclude'))
  for (const label of ['书面的填：陈建国哪天签的', '书面的填：调解员签名', '口头的填：说定的那天'])
    expect(page).toContain(label)
  const end = { version: '1', form: 'oral', agreedOn: '2026-11-24', sure: 'true' }
  const concluded = await staff.post(agreementPath(caseNumber, 'conclude'), { seen: await seen(), ...end })
  expect(concluded.status).toBe(303)
  return { ...sides, filed, staff, caseNumber, seen }
}

describe('an item that was not done', () => {
  it('can be recorded only after its last day, and is named by who owes it and by when', async () => {
    const { staff, caseNumber, seen } = await settled()
    const missed = movePath(caseNumber, 'item-missed')
    const name = '第 1 条，对方，12 月 5 日（周六）前'
    expect(await staff.text(movePath(caseNumber, 'item-done'))).toContain(name)
    const early = await staff.text(missed)
    expect([early.includes(name), early.includes('没有能选的')]).toEqual([false, true])
    expect((await staff.post(missed, { seen: await seen(), term: '1' })).status).toBe(422)

    world.time.now += 14 * day
    const late = await staffAt(world, 'qingshi-liuwan-committee')
    expect(await late.text(missed)).toContain(name)
    expect((await late.post(missed, { seen: await seen(), term: '1' })).status).toBe(303)
  })
})

it('what was promised comes before the end of the case, until all of it was taken as done', async () => {
  const { filed, staff, caseNumber, make } = await settled()
  const main = async () => {
    const page = await staff.text(casePath(caseNumber))
    return /class="button" href="[^"?]*\/([^"/?]+)/.exec(page.slice(page.indexOf('next-steps')))?.[1]
  }
  expect(await main()).toBe('item-done')
  await make(filed, 'item-done', { term: '1' })
  expect(await main()).toBe('item-received')
  await make(filed, 'item-received', { term: '1' })
  expect(await main()).toBe('closed')
})

it.each([{}, { term: '2' }])('nothing is said of an item that is not in the agreement: %j', async (input) => {
  const { filed, move } = await settled()
  for (const kind of ['item-done', 'item-received', 'item-missed'] as const)
    expect(await move(filed, kind, input)).toEqual({ ok: false, error: 'noItem' })
})
