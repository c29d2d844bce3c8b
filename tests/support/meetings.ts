import { api } from '#domain/routes/site.ts'
import { holder } from './holder.ts'
import { type DeskWorld, signInAs } from './staff.ts'
import { otherSide, twoSides } from './two-sides.ts'

/** Cases in which people can meet, and who holds a meeting. */

export const village = 'qingshi-liuwan-committee'
export const { name: theirName, phone: theirPhone } = otherSide

/** A case whose other side was invited and wants to talk. */
export const willing = async (world: DeskWorld, changes: Record<string, unknown> = {}) => {
  const sides = await twoSides(world).invited(changes)
  await holder(world, sides.theirs).call(api.consent, { agree: true })
  return sides
}

/** A mediator of the village, by their id. */
export const mediator = async (world: DeskWorld, name = '李调解'): Promise<string> =>
  (await signInAs(world, { unit: village, role: 'handler', name })).id
