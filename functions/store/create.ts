import type { D1Database } from '@cloudflare/workers-types'
import { sql } from 'drizzle-orm'
import type { Keys } from '#keys'
import type { Store } from '#store/ports/store.ts'
import { makeAppend } from './append.ts'
import { connect } from './client.ts'
import { makeFile } from './file-case.ts'
import { makeFollowing } from './following.ts'
import { makeGuesses } from './guesses.ts'
import { makeRefreshing } from './listing-rows.ts'
import { makeDesk } from './lists.ts'
import { makeOpening } from './opening.ts'
import { makeReceipts } from './receipts.ts'
import { makeSweep } from './sweep.ts'

/** The store over a D1 database. */
export const createStore = (d1: D1Database, keys: Keys): Store => {
  const db = connect(d1)
  return {
    file: makeFile(d1, keys),
    append: makeAppend(db, keys),
    ...makeOpening(d1, keys),
    ...makeDesk(db, keys),
    ...makeRefreshing(db),
    sweep: makeSweep(db),
    ...makeReceipts(db, keys),
    ...makeGuesses(d1, keys),
    ...makeFollowing(d1, keys),
    async healthy() {
      try {
        await db.run(sql`SELECT 1 FROM cases LIMIT 1`)
        return true
      } catch {
        return false
      }
    },
  }
}
