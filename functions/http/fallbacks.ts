import type { Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import { METHOD_NAME_ALL } from 'hono/router'
import type { Ports } from '#ports'
import { refuse } from './refusals.tsx'

/**
 * Answers when no route matched: a redirect to the same path with or without its trailing slash (308, which keeps
 * method and body), 405 if the path exists with another method, otherwise 404.
 */
export const unmatched = (app: Hono): void => {
  const methods = new Set(app.routes.map(({ method }) => method).filter((one) => one !== METHOD_NAME_ALL))
  /** Methods that answer a path, according to the router, patterns included. Middleware does not count. */
  const allowed = (path: string): string[] =>
    [...methods].filter((method) =>
      app.router.match(method, path)[0].some(([[, route]]) => route.method !== METHOD_NAME_ALL),
    )
  app.notFound((c) => {
    const allowedHere = allowed(c.req.path)
    if (allowedHere.length > 0) {
      c.header('allow', (allowedHere.includes('GET') ? [...allowedHere, 'HEAD'] : allowedHere).join(', '))
      return refuse(c, 'method')
    }
    return allowed(withOtherEnd(c.req.path)).length > 0 ? toOtherEnd(c) : refuse(c, 'notFound')
  })
}

const withOtherEnd = (path: string): string => (path.endsWith('/') ? path.slice(0, -1) : `${path}/`)

const toOtherEnd = (c: Context): Response => {
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(`${withOtherEnd(pathname)}${search}`, 308)
}

/** Handles unexpected errors: logs their kind, and tells the person that nothing was stored. */
export const faults = (app: Hono, { log }: Pick<Ports, 'log'>): void => {
  app.onError((error, c) => {
    // The message may contain values of a statement; kind and place are enough to find the fault.
    log({ event: 'fault', kind: error.name, path: routePath(c), place: placeOf(error) })
    return refuse(c, 'unavailable')
  })
}

const placeOf = (error: Error): string =>
  /at ([\w.<>]+ )?\(?[^)]*?([\w-]+\.[jt]sx?:\d+)/.exec(error.stack ?? '')?.[2] ?? ''
