import type { Context } from 'hono'
import { units } from '#domain/basics/bounds.ts'

/**
 * A query parameter, cut to `most` code units; `missing` if it is absent. Only this file reads the query.
 */
export const queryValue = (
  c: Context,
  name: string,
  { most = units.short as number, missing = '' } = {},
): string => (c.req.query(name) ?? missing).slice(0, most)

/** All values of a query parameter, at most `most` of them, each cut like a single one. */
export const queryValues = (c: Context, name: string, most: number): string[] =>
  (c.req.queries(name) ?? []).slice(0, most).map((value) => value.slice(0, units.short))
