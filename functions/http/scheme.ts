import type { Context, MiddlewareHandler } from 'hono'
import { isLoopback } from './loopback.ts'
import { refuse } from './refusals.tsx'
import { strictTransport } from './security-headers.ts'

/** Plain http is allowed on loopback only; elsewhere https is required (docs/adr/0014-bounded-text-and-https.md). */

const urlOf = (c: Context): URL => new URL(c.req.url)

/** True if cookies must be `Secure` and `__Host-`: not over http on loopback, where some browsers refuse them. */
export const isSecure = (c: Context): boolean => {
  const { protocol, hostname } = urlOf(c)
  return protocol === 'https:' || !isLoopback(hostname)
}

/** Except on loopback: redirects reads over http to https, refuses other methods, and sends HSTS over https. */
export const httpsOnly = (): MiddlewareHandler =>
  async function httpsOnly(c, next) {
    const url = urlOf(c)
    if (isLoopback(url.hostname)) return next()
    if (url.protocol === 'https:') {
      await next()
      c.res.headers.set(...strictTransport)
      return
    }
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return refuse(c, 'insecure')
    // An explicit port belongs to http; https uses its default port.
    url.port = ''
    url.protocol = 'https:'
    return c.redirect(url.href, 308)
  }
