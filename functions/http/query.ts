import type { Context } from 'hono'
import { units } from '#domain/basics/bounds.ts'

/**
 * A value of the address behind the question mark, cut at `most` code units; `missing` where there is none. Nothing
 * else reads the query.
 */
export const queryValue = (
  c: Context,
  name: string,
  { most = units.short as number, missing = '' } = {},
): string => (c.req.query(name) ?? missing).slice(0, most)
