import { expect } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { actions, api } from '#domain/routes/site.ts'
import { moveCase } from '../../functions/desk/moves/move-case.ts'
import { eventsOf, holder } from './holder.ts'
import { codeOn, otherSide, wordsForThem } from './other-side.ts'
import { cookieOf, file, postForm, type World } from './world.ts'

/** Both sides of a case: from the words for the other side to a code that nobody but them has seen. */

export type Filed = Awaited<ReturnType<typeof file>>

export { otherSide } from './other-side.ts'

/** What happens between the two sides of the cases of this world. */
export const twoSides = (world: World) => {
  const move = async ({ caseNumber: number }: Filed, kind: MoveKind, input: MoveInput = {}) =>
    moveCase(world.ports, { number, kind, by: 'console', input })
  const make = async (filed: Filed, kind: MoveKind, input: MoveInput = {}) => {
    const moved = await move(filed, kind, input)
    if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
    return moved.value
  }

  /** A case with somebody of the other side, and words for them that wait for the complainant. */
  const drafted = async (changes: Record<string, unknown> = {}): Promise<Filed> => {
    const filed = await file(world, changes)
    await make(filed, 'accepted', { subject: '滴水' })
    const { name: otherName, phone: otherPhone } = otherSide
    await make(filed, 'party', { otherName, otherPhone, gotFrom: 'complainant' })
    await make(filed, 'invitation', { whom: '2', invitation: wordsForThem })
    return filed
  }

  /** A person whose code staff have seen takes one of their own. */
  const withOwnCode = async (filed: Filed, staffCode: string): Promise<Filed> => {
    const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode: staffCode }))
    const asked = await postForm(world, actions.trackNewCode, {}, { cookie })
    const both = `${cookie}; ${cookieOf(asked)}`
    const page = await (await world.request(actions.trackCode, { headers: { cookie: both } })).text()
    const slot = /name="([^"]+)" value="([^"]+)"/.exec(page.slice(page.indexOf(actions.trackCode))) ?? []
    await postForm(world, actions.trackCode, { [slot[1] ?? '']: slot[2] }, { cookie: both })
    return { ...filed, trackingCode: codeOn(page) }
  }

  /** The complainant approves the words that wait for them. */
  const approve = async (filed: Filed) => {
    const seq = (await eventsOf(world, filed)).findLast(({ kind }) => kind === 'invitation')?.seq
    const answer = await holder(world, filed).call(api.invitation, { seq, agree: true })
    expect(answer.status).toBe(201)
  }

  /** Somebody of the other side who was invited and has a code of their own. */
  const invited = async (changes: Record<string, unknown> = {}) => {
    const filed = await drafted(changes)
    await approve(filed)
    const { trackingCode = '' } = await make(filed, 'invited')
    return { filed, theirs: await withOwnCode(filed, trackingCode) }
  }

  return { move, make, drafted, approve, withOwnCode, invited }
}
