import { Hono } from 'hono'
import { accountRoutes } from './account/routes.tsx'
import { makeDoor } from './auth-for-request.ts'
import { enrolRoutes } from './enrol/routes.tsx'
import { guard } from './guard.ts'
import { inviteRoutes } from './invite/routes.tsx'
import { logRoutes } from './log/routes.tsx'
import { staffRoutes } from './person/routes.tsx'
import type { StaffPorts } from './ports.ts'
import { signInRoutes } from './sign-in/routes.tsx'

/** The desk's ways in, accounts, and the guard before everything that is registered after them. */
export const staffApp = (ports: StaffPorts): Hono => {
  const door = makeDoor(ports)
  const app = new Hono()
  app.use('/desk/*', guard(door))
  app.route('/', signInRoutes(door))
  app.route('/', inviteRoutes(door))
  app.route('/', enrolRoutes(ports, door))
  app.route('/', accountRoutes(ports, door))
  app.route('/', staffRoutes(ports, door))
  app.route('/', logRoutes(ports))
  return app
}
