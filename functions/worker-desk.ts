import type { Hono } from 'hono'
import { deskFrame } from '#http/desk-frame.tsx'
import { createUnavailableApp } from '#http/unavailable-app.ts'
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
  const made = portsOf(env)
  if ('missing' in made) return createUnavailableApp(deskFrame(), made.missing)
  const password = scryptPassword(made.ports.random)
  return createDeskApp({ ...made.ports, staff: createStaffStore(made.db, made.ports.random), password })
}

let app: Hono | undefined

export default {
  fetch(request: Request, env: Env): Response | Promise<Response> {
    app ??= build(env)
    return app.fetch(request)
  },

  /** Cron: refreshes what changes with time alone. The next run continues where this one stopped. */
  async scheduled(_: unknown, env: Env): Promise<void> {
    const made = portsOf(env)
    if ('missing' in made) return
    const now = made.ports.clock()
    await made.ports.store.sweep(now)
    await createStaffStore(made.db, made.ports.random).sweep(now)
    const { cases, more } = await refreshCases(made.ports)
    if (more) made.ports.log({ event: 'scheduler', cases, more: 'yes' })
  },
}
