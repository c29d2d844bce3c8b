import { beforeEach, expect, it } from 'vitest'
import { agreementPath, certificatePath, invitationPath } from '#domain/routes/desk.ts'
import { staffAt } from '../../support/holder.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { twoSides } from '../../support/two-sides.ts'
import { tuesday } from '../../support/world.ts'

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld(tuesday)
})

it('papers that people and courts are given are printed without head and foot of the desk', async () => {
  const { invited, make } = twoSides(world)
  const { filed } = await invited()
  await make(filed, 'mediating')
  const { caseNumber } = filed
  const staff = await staffAt(world, 'qingshi-liuwan-committee')
  const seen = async () => String((await world.ports.store.openCase(caseNumber))?.record.headSeq)
  const draft = { facts: '滴水', what1: '装一道檐沟', by1: '2', mediators: staff.id }
  await staff.post(agreementPath(caseNumber), { seen: await seen(), ...draft })
  const end = { version: '1', form: 'oral', agreedOn: '2026-11-24', sure: 'true' }
  await staff.post(agreementPath(caseNumber, 'conclude'), { seen: await seen(), ...end })
  const papers = [
    ...[agreementPath(caseNumber, 'print'), agreementPath(caseNumber, 'court')],
    ...[invitationPath(caseNumber), certificatePath(caseNumber), certificatePath(caseNumber, 2)],
  ]
  for (const path of papers) expect(await staff.text(path), path).toContain('<body class="own-paper">')
})
