import type { Context } from 'hono'
import { units } from '#domain/basics/bounds.ts'

/**
 * A query parameter, cut to `most` code units; `missing` if it is absent. No other code reads the query.
 */
export const queryValue = (
  c: Context,
  name: string,
  { most = units.short as number, missing = '' } = {},
): string => (c.req.query(name) ?? missing).slice(0, most)
