import type { Hono } from 'hono'
import { deskMiddleware } from '#http/desk-middleware.tsx'
import { createUnavailableApp } from '#http/unavailable-app.ts'
import { createStore } from '#store/create.ts'
import { noteKeys } from '#store/key-marks/noting.ts'
import { createStaffStore } from '#store/staff/create.ts'
import { loggedErasures } from './desk/erase-person.ts'
import { createDeskApp } from './desk-app.ts'
import { runSchedule } from './schedule.ts'
import { scryptPassword } from './scrypt.ts'
import { smtpLine } from './smtp-line.ts'
import { type Env, portsOf } from './worker-ports.ts'

/**
 * Entry file of the second Worker: the desk. It has no address of its own; the public Worker forwards `/desk`
 * to it.
 */

interface DeskEnv extends Env {
  /** How notices are sent, as JSON (functions/notices/config.ts); absent: none are. */
  NOTICES?: string
}

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

  /** Cron (wrangler.desk.toml). */
  async scheduled(_: unknown, env: DeskEnv): Promise<void> {
    const platform = portsOf(env, createStore)
    if ('missing' in platform) return
    // Days, figures and notices made with other secrets could not be taken back; requests are not asked to pay for this.
    const misfits = await noteKeys(platform.db, platform.ports.keys)
    if (misfits.length > 0) {
      platform.ports.log({ event: 'alarm', kind: 'keys', secrets: misfits.join(' ') })
      return
    }
    const staff = createStaffStore(platform.db, platform.ports.random)
    const erasures = loggedErasures(platform.ports.log)
    await runSchedule({ ...platform.ports, staff, connect: smtpLine, erasures }, env.NOTICES)
  },
}
