import { Hono } from 'hono'
import { getPath } from 'hono/utils/url'
import { units } from '#domain/basics/bounds.ts'

/** An app whose router, and with it every id in an address, sees no more of a path than the longest of ours has. */
export const newApp = (): Hono => new Hono({ getPath: (request) => getPath(request).slice(0, units.path) })
