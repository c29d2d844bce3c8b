import { Hono } from 'hono'
import { health } from '#domain/routes/site.ts'

/** GET /healthz: reports whether the database answers. The entry file reports missing secrets, before ports exist. */
export const healthRoute = ({ store }: { store: { healthy: () => Promise<boolean> } }): Hono =>
  new Hono().get(health, async (c) => {
    c.header('cache-control', 'no-store')
    return (await store.healthy()) ? c.text('ok\n') : c.text('The database does not answer.\n', 503)
  })
