import type { Context } from 'hono'
import { seeOther } from './see-other.ts'

/**
 * True if a script posts a form of ours and shows itself what became of it (site/public/files.js): what stored something
 * is answered with 201, what was refused with a problem (RFC 9457). Without scripts browsers ask for a page.
 */
export const asksForJson = (c: Context): boolean => c.req.header('accept') === 'application/json'

/**
 * Answers a form that stored something.
 * @param path the page of what is stored, for a script
 * @param next where a browser is led
 */
export const storedAt = (c: Context, path: string, next = path): Response => {
  if (!asksForJson(c)) return seeOther(c, next)
  c.header('cache-control', 'no-store')
  return c.json({ path }, 201)
}
