import {
  crowdedAddress,
  failuresPerNameDay,
  failuresPerPair,
  failuresPerPairCrowded,
  failuresPerPairDay,
  signInWindow,
} from '#domain/staff/bounds.ts'
import type { SignInLook, SignInMarks, SignInStore } from '#store/ports/staff/sign-in.ts'
import type { AuthPorts } from '../ports.ts'

/** Locks the sign-in after too many wrong attempts by name and address (docs/adr/0017-locks-and-second-admin.md). */

/**
 * The state of the lock. Only the attempt that closes it is logged. `crowded`: others failed at this address, which
 * lowers the limit, so the count alone does not tell which attempt closed the lock.
 */
const lockOf = ({
  pair,
  pairDay,
  nameDay,
  address,
}: SignInLook): 'open' | 'closes' | 'closed' | 'crowded' => {
  const over = [pair - failuresPerPair, pairDay - failuresPerPairDay, nameDay - failuresPerNameDay]
  if (over.some((by) => by > 0)) return over.includes(1) ? 'closes' : 'closed'
  return address > crowdedAddress && pair > failuresPerPairCrowded ? 'crowded' : 'open'
}

/** Counts wrong passwords by name and address prefix, and decides whether another attempt is allowed. */
export const makeSignInLock = ({
  staff,
  keys,
  clock,
}: Pick<AuthPorts<Pick<SignInStore, 'count'>>, 'staff' | 'keys' | 'clock'>) => ({
  /** The keyed fingerprints under which attempts with a name from an address prefix are counted. */
  async marksOf(name: string, address: string): Promise<SignInMarks> {
    const mark = async (kind: string, text: string) => `${kind}:${await keys.mac('staff-mark', text)}`
    const both = `${name} ${address}`
    return {
      pair: await mark('pair', both),
      pairDay: await mark('pair-day', both),
      nameDay: await mark('name-day', name),
      address: await mark('address', address),
    }
  },

  /**
   * Decides whether this attempt is allowed.
   * @returns `open`: allowed; `closes`: the first refused attempt, which is logged; `closed`: a later refused one
   */
  async judge(look: SignInLook, { pair }: SignInMarks): Promise<'open' | 'closes' | 'closed'> {
    const lock = lockOf(look)
    if (lock !== 'crowded') return lock
    return (await staff.count(`crowded:${pair}`, clock(), signInWindow)) === 1 ? 'closes' : 'closed'
  },
})
