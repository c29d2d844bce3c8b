import type { D1Database } from '@cloudflare/workers-types'
import type { Random } from '#domain/basics/random.ts'
import { makeKeys, type Secrets } from '#keys'
import type { Ports } from '#ports'
import { createAnchorVerify } from '#store/anchors/verifying.ts'
import { createStore } from '#store/create.ts'
import { createFigureVerify } from '#store/figures/verifying.ts'
import { createStaffStore } from '#store/staff/create.ts'
import { createVerify, type Verify } from '#store/verify.ts'
import { createWholeVerify } from '#store/verifying/whole.ts'
import { scryptPassword } from '../scrypt.ts'
import type { AuthPorts } from '../staff/ports.ts'
import { clock } from './clock.ts'

/** Ports for the commands of a maintainer, over a database of this machine. */

export type MaintenancePorts = Pick<Ports, 'store' | 'clock' | 'random'> &
  AuthPorts & {
    verify: Verify
    verifyAnchor: ReturnType<typeof createAnchorVerify>
    verifyFigures: ReturnType<typeof createFigureVerify>
    verifyWhole: ReturnType<typeof createWholeVerify>
  }

/** The source of randomness of this machine. */
export const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))

/** How long a command waits for another writer (usually the running server), in milliseconds. */
export const patience = 10_000

/** Builds the ports over an open database. */
export const maintenancePorts = (d1: D1Database, secrets: Secrets): MaintenancePorts => {
  const keys = makeKeys(secrets, random)
  return {
    store: createStore(d1, keys, random),
    verify: createVerify(d1, keys, clock),
    verifyAnchor: createAnchorVerify(d1, keys),
    verifyFigures: createFigureVerify(d1, keys),
    verifyWhole: createWholeVerify(d1),
    clock,
    random,
    keys,
    staff: createStaffStore(d1, random),
    password: scryptPassword(random),
    log: (entry) => console.warn(JSON.stringify(entry)),
  }
}
