import type { Hono } from 'hono'
import { deskPages } from '#domain/routes/desk.ts'
import { deskMiddleware } from '#http/desk-middleware.tsx'
import { faults, unmatched } from '#http/fallbacks.ts'
import { newApp } from '#http/new-app.ts'
import { seeOther } from '#http/see-other.ts'
import type { StaffStore } from '#store/ports/staff/store.ts'
import { reassignCases } from './desk/moves/reassign-cases.ts'
import { deskRoutes } from './desk/routes.ts'
import { registering } from './filing/register.ts'
import type { Ports } from './ports.ts'
import { makeLookLog } from './staff/log/look-log.ts'
import type { Password } from './staff/ports.ts'
import { staffApp } from './staff/routes.ts'
import { addFile } from './tracking/files/add-file.ts'

/** What the desk needs from its platform in addition to the public app's ports. */
export type DeskPorts = Ports & {
  staff: StaffStore
  password: Password
}

/** The colleagues of a unit and the names of staff, as the desk's use-cases ask for them. */
const directoryOf = ({ staff }: DeskPorts) => ({ ofUnit: staff.colleagues, names: staff.names })

/**
 * Builds the desk's app from its ports. Everything mounted after the staff's app is behind its sign-in guard.
 */
export const createDeskApp = (ports: DeskPorts): Hono => {
  const app = newApp()
  app.use(deskMiddleware())
  app.get('/desk', (c) => seeOther(c, deskPages.today.path))
  app.route('/', staffApp({ ...ports, reassignCases: (from, to, by) => reassignCases(ports, from, to, by) }))
  app.route(
    '/',
    deskRoutes({
      ...ports,
      directory: directoryOf(ports),
      looks: makeLookLog(ports),
      views: ports.staff,
      registerCase: registering(ports),
      addFile: addFile(ports),
    }),
  )
  unmatched(app)
  faults(app, ports)
  return app
}
