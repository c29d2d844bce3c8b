import { Hono } from 'hono'
import { health } from '#domain/routes/site.ts'

/** GET /healthz: does the database answer? Missing secrets are said by the entry file, before there are ports. */
export const healthRoute = ({ store }: { store: { healthy: () => Promise<boolean> } }): Hono =>
  new Hono().get(health, async (c) => {
    c.header('cache-control', 'no-store')
    return (await store.healthy()) ? c.text('ok\n') : c.text('The database does not answer.\n', 503)
  })
