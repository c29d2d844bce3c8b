import { Hono } from 'hono'
import { caseRoutes } from './case-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { paperRoutes } from './paper-routes.tsx'
import type { DeskCasePorts } from './ports.ts'
import { type RegisterCase, registerRoutes } from './register-routes.tsx'

/** The desk's cases, behind the guard of the desk's app: lists, files, moves, registering, papers. */
export const deskRoutes = (ports: DeskCasePorts & { registerCase: RegisterCase }): Hono =>
  new Hono()
    .route('/', listRoutes(ports))
    .route('/', caseRoutes(ports))
    .route('/', registerRoutes(ports))
    .route('/', paperRoutes(ports))
