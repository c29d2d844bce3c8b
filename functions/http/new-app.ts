import { Hono } from 'hono'
import { getPath } from 'hono/utils/url'
import { units } from '#domain/basics/bounds.ts'

/** Creates an app whose router reads a path only up to the length of our longest, which also bounds all ids in it. */
export const newApp = (): Hono => new Hono({ getPath: (request) => getPath(request).slice(0, units.path) })
