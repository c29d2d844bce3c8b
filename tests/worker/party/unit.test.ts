import { beforeEach, expect, it } from 'vitest'
import { api } from '#domain/routes/site.ts'
import { holder } from '../../support/holder.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { makeWorld, tuesday, type World } from '../../support/world.ts'

/** Where a case lies shows to the other side only once the unit there turns to them: nothing that they or the complainant do tells it. */

let world: World
beforeEach(() => {
  world = makeWorld(tuesday)
})

const goes = {
  'goes up': ['escalated', { unit: 'shili-centre', reason: '办不了' }],
  'is marked as dangerous': ['danger-marked', { reason: '他拿刀来过' }],
} as const

/** What they do by their code, after which their page is read again. */
const acts: Record<string, (by: ReturnType<typeof holder>) => Promise<Response>> = {
  'write to the desk': (by) => by.call(api.messages, { text: '什么时候再谈？' }),
  'agree to talk': (by) => by.call(api.consent, { agree: true }),
  'say that they do not want to talk': (by) => by.call(api.consent, { agree: false }),
  'ask for another mediator': (by) => by.call(api.mediator),
}

it.each(
  Object.entries(goes).flatMap(([how, move]) =>
    Object.entries(acts).map(([what, act]) => [how, what, move, act] as const),
  ),
)('the other side of a case that %s do not learn it when they %s', async (_, __, [kind, input], act) => {
  const { invited, make } = twoSides(world)
  const { filed, theirs } = await invited()
  const unitOf = async (one: Filed) =>
    ((await holder(world, one).track()) as unknown as { unit: object }).unit
  // The telephones of the county stand on every page.
  const timesNamed = async () => (await holder(world, theirs).page()).split('示例县矛盾纠纷调处中心').length
  const [before, named] = [await unitOf(theirs), await timesNamed()]
  await make(filed, kind, input)
  expect((await act(holder(world, theirs))).status).toBe(201)
  expect(await unitOf(theirs)).toEqual(before)
  expect(await timesNamed()).toBe(named)
  expect(await unitOf(filed)).not.toEqual(before)
})
