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

/** How many wrong tries a name, an address and the pair of both have had, and what that closes. */

/**
 * Closed for now? Only the try that closes is written down. `crowded`: the limit itself moved, since others failed at
 * this address, so that the count does not tell which try closed.
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

export const makeSignInLock = ({
  staff,
  keys,
  clock,
}: Pick<AuthPorts<Pick<SignInStore, 'count'>>, 'staff' | 'keys' | 'clock'>) => ({
  /** The keyed marks under which the tries with a name, from an address prefix, are counted. */
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
   * Is this try one too many?
   * @returns `open`: it may go on; `closes`: it is the first that may not, to be written down; `closed`: a later one
   */
  async judge(look: SignInLook, { pair }: SignInMarks): Promise<'open' | 'closes' | 'closed'> {
    const lock = lockOf(look)
    if (lock !== 'crowded') return lock
    return (await staff.count(`crowded:${pair}`, clock(), signInWindow)) === 1 ? 'closes' : 'closed'
  },
})
