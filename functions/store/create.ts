import type { D1Database } from '@cloudflare/workers-types'
import type { Random } from '#domain/basics/random.ts'
import type { Keys } from '#keys'
import { appending } from './append.ts'
import { besides } from './beside.ts'
import { connect } from './client.ts'
import { filing } from './file-case.ts'
import { following } from './following.ts'
import { guessing } from './guesses.ts'
import { refreshing } from './listing-rows.ts'
import { listing } from './lists.ts'
import { maintaining } from './maintenance.ts'
import { opening } from './opening.ts'
import { readLogging } from './read-log.ts'
import { receiving } from './receipts.ts'
import { sheets } from './sheets.ts'
import { sweeping } from './sweep.ts'

/** Creates the store over a D1 database from its parts. */
export const createStore = (d1: D1Database, keys: Keys, random: Random) => {
  const base = { d1, db: connect(d1), keys, random }
  return {
    ...filing(base),
    ...receiving(base),
    ...following(base),
    ...besides(base),
    ...guessing(base),
    ...opening(base),
    ...appending(base),
    ...listing(base),
    ...readLogging(base),
    ...refreshing(base),
    ...sheets(base),
    ...sweeping(base),
    ...maintaining(base),
  }
}

/** All parts together. Code that uses the store asks for one part of it (store/ports). */
export type Store = ReturnType<typeof createStore>
