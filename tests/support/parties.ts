import type { MoveInput } from '#domain/moves/fields.ts'
import { eventsOf } from './holder.ts'
import { wordsForThem } from './other-side.ts'
import { type Filed, twoSides } from './two-sides.ts'
import { file, type World } from './world.ts'

/** The people of a case, one by one: staff register and invite them, they take a code of their own. */
export const makeParties = (world: World) => {
  const { move, make, approve, withOwnCode } = twoSides(world)
  /** Registers somebody; their number in the case. */
  const register = async (filed: Filed, input: MoveInput): Promise<number> => {
    await make(filed, 'party', input)
    return (await eventsOf(world, filed)).findLast(({ kind }) => kind === 'party')?.data.party ?? 0
  }
  /** Words for a person, approved by the complainant: a letter with them can be printed. */
  const approved = async (filed: Filed, party: number): Promise<void> => {
    await make(filed, 'invitation', { whom: String(party), invitation: wordsForThem })
    await approve(filed)
  }
  /** Takes a code that nobody else has seen in place of one that staff gave. */
  const ownCode = (filed: Filed, staffCode = ''): Promise<Filed> => withOwnCode(filed, staffCode)
  /** Invites somebody of the other side, who then has a code of their own. */
  const invite = async (filed: Filed, party: number): Promise<Filed> => {
    await approved(filed, party)
    return ownCode(filed, (await make(filed, 'invited')).trackingCode)
  }
  /** A case that the desk has accepted. */
  const accepted = async (changes: Record<string, unknown> = {}): Promise<Filed> => {
    const filed = await file(world, changes)
    await make(filed, 'accepted', { subject: '滴水' })
    return filed
  }
  return { move, make, register, approved, ownCode, invite, accepted }
}
