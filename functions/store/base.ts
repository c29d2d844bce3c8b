import type { D1Database } from '@cloudflare/workers-types'
import type { Random } from '#domain/basics/random.ts'
import type { Keys } from '#keys'
import type { Db } from './client.ts'

/** The dependencies of every part of the store. */
export interface Base {
  d1: D1Database
  /** The query builder over `d1`. */
  db: Db
  keys: Keys
  random: Random
}
