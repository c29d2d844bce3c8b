import type { Context } from 'hono'
import { units } from '#domain/basics/bounds.ts'

/**
 * True if the request was led here from a form on one of these pages of this site: browsers keep the `Referer` of a form
 * through its redirects. A hint for a better sentence, not a proof.
 */
export const cameFrom = (c: Context, paths: readonly string[]): boolean => {
  const referer = c.req.header('referer') ?? ''
  if (referer.length > units.header || !URL.canParse(referer)) return false
  const { origin, pathname } = new URL(referer)
  return origin === new URL(c.req.url).origin && paths.includes(pathname)
}
