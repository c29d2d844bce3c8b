import { Hono } from 'hono'
import { health } from '../domain/routes.ts'
import { refuse } from './refusals.tsx'
import { security } from './security.ts'

/**
 * The app of a deployment that lacks something: every answer is 503, and /healthz names what is missing, never its
 * value. The static site does not depend on it.
 */
export const createUnavailableApp = (missing: string[]): Hono => {
  const app = new Hono()
  app.use(security)
  app.get(health, (c) => {
    c.header('cache-control', 'no-store')
    return c.text(`Missing or malformed: ${missing.join(', ')}\n`, 503)
  })
  app.all('*', (c) => refuse(c, 'unavailable'))
  return app
}
