import { Hono, type MiddlewareHandler } from 'hono'
import { health } from '#domain/routes/site.ts'
import { leaveRoute } from './leave.ts'
import { refuse } from './refusals.tsx'

/**
 * The app of a deployment with missing configuration: every answer is 503, and /healthz names what is missing, never a
 * value. Leaving works all the same. The static site does not depend on it.
 * @param middleware the headers and refusals of the app it replaces
 */
export const createUnavailableApp = (middleware: MiddlewareHandler, missing: string[] = []): Hono => {
  const app = new Hono()
  app.use(middleware)
  app.get(health, (c) => {
    c.header('cache-control', 'no-store')
    return c.text(`Missing or malformed: ${missing.join(', ')}\n`, 503)
  })
  app.route('/', leaveRoute())
  app.all('*', (c) => refuse(c, 'unavailable'))
  return app
}
