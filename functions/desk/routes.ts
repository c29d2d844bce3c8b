import { Hono, type MiddlewareHandler } from 'hono'
import { deskPaths } from '#domain/routes/desk.ts'
import { refuse } from '#http/refusals.tsx'
import { paperRoutes } from './find/routes.tsx'
import { listRoutes } from './lists/routes.tsx'
import { caseRoutes } from './moves/routes.tsx'
import { type DeskCasePorts, memberOf } from './ports.ts'
import { type RegisterCase, registerRoutes } from './register/routes.tsx'

const forCases = [
  deskPaths.cases,
  `${deskPaths.cases}*`,
  deskPaths.find,
  deskPaths.register,
  deskPaths.registered,
  deskPaths.checklist,
  deskPaths.digest,
  deskPaths.week,
]

/** Who keeps accounts handles no case: for them these pages do not exist, whatever the method. */
const notForAdmins: MiddlewareHandler = async (c, next) =>
  memberOf(c).role === 'admin' ? refuse(c, 'notFound') : next()

/** The desk's cases, behind the guard of the desk's app: lists, files, moves, registering, papers. */
export const deskRoutes = (ports: DeskCasePorts & { registerCase: RegisterCase }): Hono => {
  const app = new Hono()
  for (const path of forCases) app.use(path, notForAdmins)
  return app
    .route('/', listRoutes(ports))
    .route('/', caseRoutes(ports))
    .route('/', registerRoutes(ports))
    .route('/', paperRoutes(ports))
}
