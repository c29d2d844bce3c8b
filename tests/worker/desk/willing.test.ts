import { beforeEach, expect, it } from 'vitest'
import { deskPages } from '#domain/routes/desk.ts'
import { api } from '#domain/routes/site.ts'
import { holder, staffAt } from '../../support/holder.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { twoSides } from '../../support/two-sides.ts'
import { tuesday } from '../../support/world.ts'

/** What 今天 says when the other side has answered by their code. */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld(tuesday)
})

it('who wants to talk stands on 今天, also after a refusal, until a time is asked for', async () => {
  const { invited, make } = twoSides(world)
  const { filed, theirs } = await invited()
  const staff = await staffAt(world, 'qingshi-liuwan-committee')
  const shown = async () => {
    const page = await staff.text(deskPages.today.path)
    return [page.includes('对方不愿意谈'), page.includes('对方愿意谈了')]
  }
  const say = async (agree: boolean) => (await holder(world, theirs).call(api.consent, { agree })).status
  expect(await shown()).toEqual([false, false])
  expect(await say(false)).toBe(201)
  expect(await shown()).toEqual([true, false])
  expect(await say(true)).toBe(201)
  expect(await shown()).toEqual([false, true])
  await make(filed, 'mediating')
  expect(await shown()).toEqual([false, false])
})

it('what somebody said before an earlier result can be written down after the case was reopened', async () => {
  const { move, make, invited } = twoSides(world)
  const { filed } = await invited()
  await make(filed, 'mediating')
  await make(filed, 'failed', { message: '没有谈成', ways: ['court'] })
  const earlier = { deliveryBy: 'phone', deliveryOn: '2026-11-23' } as const
  expect(await move(filed, 'delivered', earlier)).toEqual({ ok: false, error: 'tooEarly' })
  await make(filed, 'reopened', { reason: '又争起来了' })
  for (const kind of ['refused', 'agreed'] as const)
    expect(await move(filed, kind, { ...earlier, whom: '2', reason: '电话里说的' })).toMatchObject({
      ok: true,
    })
})
