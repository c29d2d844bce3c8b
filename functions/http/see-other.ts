import type { Context } from 'hono'

/** After a POST that changed something: 303, so that the back button asks nothing. */
export const seeOther = (c: Context, path: string): Response => {
  c.header('cache-control', 'no-store')
  return c.redirect(path, 303)
}
