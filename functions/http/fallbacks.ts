import type { Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import { METHOD_NAME_ALL } from 'hono/router'
import type { Ports } from '#ports'
import { refuse } from './refusals.tsx'

/**
 * What is left when no route matched: the same path without the slash at its end, or with one (308, which keeps
 * method and body); 405 where the path is ours with another method; else 404.
 */
export const unmatched = (app: Hono): void => {
  const methods = new Set(app.routes.map(({ method }) => method).filter((one) => one !== METHOD_NAME_ALL))
  /** What answers a path, by the router itself: patterns too. What only stands in front of it is no answer. */
  const allowed = (path: string): string[] =>
    [...methods].filter((method) =>
      app.router.match(method, path)[0].some(([[, route]]) => route.method !== METHOD_NAME_ALL),
    )
  app.notFound((c) => {
    const here = allowed(c.req.path)
    if (here.length > 0) {
      c.header('allow', (here.includes('GET') ? [...here, 'HEAD'] : here).join(', '))
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

/** A fault nobody expected: the kind is logged, the person is told that nothing was kept. */
export const faults = (app: Hono, { log }: Pick<Ports, 'log'>): void => {
  app.onError((error, c) => {
    // The message may hold values of a statement; its kind and place are enough to find the fault.
    log({ event: 'fault', kind: error.name, path: routePath(c), place: placeOf(error) })
    return refuse(c, 'unavailable')
  })
}

const placeOf = (error: Error): string =>
  /at ([\w.<>]+ )?\(?[^)]*?([\w-]+\.[jt]sx?:\d+)/.exec(error.stack ?? '')?.[2] ?? ''
