import type { Hono } from 'hono'
import { routePath } from 'hono/route'
import type { Ports } from '../ports.ts'
import { refuse } from './refusals.tsx'

/** What is left when no route matched: 405 where the path is ours with another method, else 404. */
export const unmatched = (app: Hono): void => {
  const methods = new Map<string, Set<string>>()
  for (const { path, method } of app.routes)
    if (method !== 'ALL') methods.set(path, (methods.get(path) ?? new Set()).add(method))
  app.notFound((c) => {
    const allowed = methods.get(c.req.path)
    if (!allowed) return refuse(c, 'notFound')
    if (allowed.has('GET')) allowed.add('HEAD')
    c.header('allow', [...allowed].join(', '))
    return refuse(c, 'method')
  })
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
