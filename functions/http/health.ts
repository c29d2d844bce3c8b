import { Hono } from 'hono'
import { health } from '#domain/routes/site.ts'

const says = {
  silent: 'The database does not answer.\n',
  keys: 'The keys are not those of the database.\n',
}

/** GET /healthz: reports whether the database answers and fits the keys. The entry file reports missing secrets, before ports exist. */
export const healthRoute = ({
  store,
}: {
  store: { fault: () => Promise<keyof typeof says | undefined> }
}): Hono =>
  new Hono().get(health, async (c) => {
    c.header('cache-control', 'no-store')
    const fault = await store.fault()
    return fault ? c.text(says[fault], 503) : c.text('ok\n')
  })
