import type { D1Database } from '@cloudflare/workers-types'
import { drizzle } from 'drizzle-orm/d1'

/** The query builder over D1 or a compatible database (sqlite.ts). */
export const connect = (d1: D1Database) => drizzle(d1, { casing: 'snake_case' })

export type Db = ReturnType<typeof connect>
