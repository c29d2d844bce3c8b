import { Hono } from 'hono'
import { openapiApi } from './api/openapi.ts'
import { vocabularyApi } from './api/vocabulary.ts'
import { filingApi } from './filing/api.ts'
import { filingRoutes } from './filing/routes.tsx'
import { publicFrame } from './http/frames.tsx'
import { healthRoute } from './http/health.ts'
import { faults, unmatched } from './http/methods.ts'
import type { Ports } from './ports.ts'
import { trackingApi } from './tracking/api.ts'
import { trackingRoutes } from './tracking/routes.tsx'

/** The app: a table of contents. */
export const createApp = (ports: Ports): Hono => {
  const app = new Hono()
  app.use(publicFrame())
  app.route('/', filingRoutes(ports))
  app.route('/', trackingRoutes(ports))
  app.route('/', filingApi(ports))
  app.route('/', trackingApi(ports))
  app.route('/', vocabularyApi())
  app.route('/', openapiApi())
  app.route('/', healthRoute(ports))
  unmatched(app)
  faults(app, ports)
  return app
}
