import { beforeEach, expect, it } from 'vitest'
import { deskPages } from '#domain/routes/desk.ts'
import { onceAddress } from '#http/once-form.ts'
import { headingFaults } from '../../support/headings.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { file } from '../../support/world.ts'

/** Pages behind the sign-in: headings in order, as on public pages (tests/http/html.test.ts). */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld()
})

const look = async (path: string, who: Parameters<typeof signInAs>[1]) => {
  const { cookie } = await signInAs(world, who)
  const answer = await visitDesk(world, cookie).get(path)
  return [answer.status, headingFaults(await answer.text())]
}

const { today, cases, find, handbook, staff, newStaff } = deskPages
/** The form for registering, at the address to which it leads. */
const register = { path: onceAddress(deskPages.register.path, '0'.repeat(32)) }

it.each([today, cases, find, register, handbook])('the headings of $path skip no level', async ({ path }) => {
  expect(await look(path, { unit: 'qingshi-liuwan-committee', role: 'handler' })).toEqual([200, []])
})

it.each([staff, newStaff])('the headings of $path skip no level', async ({ path }) => {
  expect(await look(path, { unit: 'shili-centre', role: 'admin' })).toEqual([200, []])
})

it.each([
  ['in danger', 'shili-centre', { danger: true, contact: { mayCall: true, mayText: false } }],
  ['without danger', 'qingshi-liuwan-committee', {}],
] as const)('the headings of the page of a case %s skip no level', async (_, unit, more) => {
  const { caseNumber } = await file(world, more)
  expect(await look(`/desk/cases/${caseNumber}`, { unit, role: 'lead' })).toEqual([200, []])
})
