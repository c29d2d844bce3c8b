import type { Hono } from 'hono'
import { deskMiddleware } from '#http/desk-middleware.tsx'
import { createUnavailableApp } from '#http/unavailable-app.ts'
import { createStore } from '#store/create.ts'
import { createStaffStore } from '#store/staff/create.ts'
import { refreshCases } from './desk/refresh-cases.ts'
import { createDeskApp } from './desk-app.ts'
import { scryptPassword } from './scrypt.ts'
import { type Env, portsOf } from './worker-ports.ts'

/**
 * Entry file of the second Worker: the desk. It has no address of its own; the public Worker forwards `/desk`
 * to it.
 */

const build = (env: Env): Hono => {
  const platform = portsOf(env, createStore)
  if ('missing' in platform) return createUnavailableApp(deskMiddleware(), platform.missing)
  const password = scryptPassword(platform.ports.random)
  return createDeskApp({
    ...platform.ports,
    staff: createStaffStore(platform.db, platform.ports.random),
    password,
  })
}

let app: Hono | undefined

export default {
  fetch(request: Request, env: Env): Response | Promise<Response> {
    app ??= build(env)
    return app.fetch(request)
  },

  /** Cron: refreshes what changes with time alone. The next run continues where this one stopped. */
  async scheduled(_: unknown, env: Env): Promise<void> {
    const platform = portsOf(env, createStore)
    if ('missing' in platform) return
    const now = platform.ports.clock()
    await platform.ports.store.sweep(now)
    await createStaffStore(platform.db, platform.ports.random).sweep(now)
    const { cases, more } = await refreshCases(platform.ports)
    if (more) platform.ports.log({ event: 'scheduler', cases, more: 'yes' })
  },
}
