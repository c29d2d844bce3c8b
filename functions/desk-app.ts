import { Hono } from 'hono'
import { deskPages } from './domain/routes.ts'
import { seeOther } from './http/answers.ts'
import { deskFrame } from './http/frames.tsx'
import { faults, unmatched } from './http/methods.ts'
import type { Ports } from './ports.ts'
import type { Password } from './staff/ports.ts'
import { staffApp } from './staff/routes.ts'
import type { StaffStore } from './store/staff-store.ts'

/** What the desk needs from its platform beyond the public app's ports. */
export type DeskPorts = Ports & { staff: StaffStore; password: Password }

/** The desk: a table of contents. What stands after the staff's app is behind its guard. */
export const createDeskApp = (ports: DeskPorts): Hono => {
  const app = new Hono()
  app.use(deskFrame())
  app.get('/desk', (c) => seeOther(c, deskPages.today.path))
  // filled by the desk's cases
  app.route('/', staffApp({ ...ports, handOver: async () => 0 }))
  // app.route('/', deskRoutes(…)) comes here
  app.get(deskPages.today.path, (c) => seeOther(c, deskPages.account.path))
  unmatched(app)
  faults(app, ports)
  return app
}
