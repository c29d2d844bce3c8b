import { beforeEach, describe, expect, it } from 'vitest'
import { movePath } from '#domain/routes/desk.ts'
import { api } from '#domain/routes/site.ts'
import { eventsOf, holder, staffAt } from '../../support/holder.ts'
import { otherSide, wordsForThem } from '../../support/other-side.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { twoSides } from '../../support/two-sides.ts'
import { tuesday } from '../../support/world.ts'

/** What the forms of moves say to somebody who fills them in for the first time. */

let world: DeskWorld
let sides: ReturnType<typeof twoSides>
beforeEach(() => {
  world = makeDeskWorld(tuesday)
  sides = twoSides(world)
})

const village = 'qingshi-liuwan-committee'

describe('words for the other side', () => {
  it('stand where they are read aloud: to be approved, and with the code', async () => {
    const filed = await sides.drafted()
    const staff = await staffAt(world, village)
    expect(await staff.text(movePath(filed.caseNumber, 'invitation-approved'))).toContain(wordsForThem)
    await sides.approve(filed)
    const giving = await staff.text(movePath(filed.caseNumber, 'invited'))
    for (const words of [wordsForThem, otherSide.name]) expect(giving).toContain(words)
  })

  it('stand in the form again until they were given, so that they are changed and not retyped', async () => {
    const filed = await sides.drafted()
    const staff = await staffAt(world, village)
    const seq = (await eventsOf(world, filed)).at(-1)?.seq
    await holder(world, filed).call(api.invitation, { seq, agree: false, text: '不写屋后' })
    const form = () => staff.text(movePath(filed.caseNumber, 'invitation'))
    expect(await form()).toContain(wordsForThem)
    await sides.make(filed, 'invitation', { whom: '2', invitation: '请您来谈。' })
    await sides.approve(filed)
    await sides.make(filed, 'invited')
    expect(await form()).not.toContain('请您来谈。')
  })
})

it('people of a side are offered with their names once there are several', async () => {
  const filed = await sides.drafted()
  const staff = await staffAt(world, village)
  const form = () => staff.text(movePath(filed.caseNumber, 'invitation'))
  expect(await form()).not.toContain(otherSide.name)
  await sides.make(filed, 'party', { otherName: '陈建军', gotFrom: 'complainant' })
  for (const name of [`对方第 1 位，${otherSide.name}`, '对方第 2 位，陈建军'])
    expect(await form()).toContain(name)
})

it('a number is typed on a keyboard of digits', async () => {
  const filed = await sides.drafted()
  const staff = await staffAt(world, village)
  const field = (html: string, name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0]
  const counted = await staff.text(movePath(filed.caseNumber, 'subject-set'))
  expect(field(counted, 'people')).toContain('inputmode="numeric"')
  const arranged = await staff.text(movePath(filed.caseNumber, 'session-arranged'))
  expect(field(arranged, 'length')).toContain('inputmode="numeric"')
  expect(field(arranged, 'place')).not.toContain('inputmode')
})

it('a council and a hearing ask for their own guests, not for what a mediation asks', async () => {
  const filed = await sides.drafted()
  const staff = await staffAt(world, village)
  expect(await staff.text(movePath(filed.caseNumber, 'session-arranged'))).toContain('先问过双方同不同意')
  const council = await staff.text(movePath(filed.caseNumber, 'council-set'))
  expect([council.includes('村民代表'), council.includes('先问过双方同不同意')]).toEqual([true, false])
})

it('what was changed since the form was opened need not be by somebody else', async () => {
  const filed = await sides.drafted()
  const staff = await staffAt(world, village)
  const target = movePath(filed.caseNumber, 'noted')
  const seen = /name="seen" value="(\d+)"/.exec(await staff.text(target))?.[1] ?? ''
  expect((await staff.post(target, { seen, reason: '先记一句' })).status).toBe(303)
  const again = await staff.post(target, { seen, reason: '另一个窗口里写的' })
  const page = await again.text()
  expect(again.status).toBe(409)
  expect(page).not.toContain('别人动过')
  for (const text of ['您在别处做的', '另一个窗口里写的']) expect(page).toContain(text)
})
