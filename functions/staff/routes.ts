import { Hono, type MiddlewareHandler } from 'hono'
import { deskPages } from '#domain/routes/desk.ts'
import { roles } from '#domain/staff/staff.ts'
import { refuse } from '#http/refusals.tsx'
import { accountRoutes } from './account/routes.tsx'
import { makeStaffAuths } from './auth-for-request.ts'
import { codeRoutes } from './code/routes.tsx'
import { deactivateRoutes } from './deactivate/routes.tsx'
import { enrolRoutes } from './enrol/routes.tsx'
import { guard } from './guard.ts'
import { inviteRoutes } from './invite/routes.tsx'
import { logRoutes } from './log/routes.tsx'
import { newAccountRoutes } from './new-account/routes.tsx'
import { paperCodesRoutes } from './paper-codes/routes.tsx'
import { peopleRoutes } from './people/routes.tsx'
import { personRoutes } from './person/routes.tsx'
import type { StaffPorts } from './ports.ts'
import { signInRoutes } from './sign-in/routes.tsx'
import { signOutRoutes } from './sign-out/routes.ts'

/** Account pages are for admins only; all others get 404. */
const adminsOnly: MiddlewareHandler = async (c, next) =>
  roles[c.get('staff').role].keepsAccounts ? next() : refuse(c, 'notFound')

/** The sign-in pages of the desk, the guard for all routes registered after it, and the account pages. */
export const staffApp = (ports: StaffPorts): Hono => {
  const auths = makeStaffAuths(ports)
  const app = new Hono()
  app.use('/desk/*', guard(auths))
  app.route('/', signInRoutes(auths))
  app.route('/', codeRoutes(auths))
  app.route('/', signOutRoutes(auths))
  app.route('/', inviteRoutes(auths))
  app.route('/', enrolRoutes(ports, auths))
  app.route('/', accountRoutes(ports, auths))
  app.route('/', paperCodesRoutes(ports, auths))
  app.use(`${deskPages.staff.path}*`, adminsOnly)
  app.route('/', peopleRoutes(ports))
  // Registered before the page of a person, whose path would match `new` as an id.
  app.route('/', newAccountRoutes(ports, auths))
  app.route('/', personRoutes(ports, auths))
  app.route('/', deactivateRoutes(ports))
  app.route('/', logRoutes(ports))
  return app
}
