import type { Context } from 'hono'

/** Redirects with 303 after a POST that changed something, so that the back button does not post again. */
export const seeOther = (c: Context, path: string): Response => {
  c.header('cache-control', 'no-store')
  return c.redirect(path, 303)
}
