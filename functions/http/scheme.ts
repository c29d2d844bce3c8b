import type { Context, MiddlewareHandler } from 'hono'
import { refuse } from './refusals.tsx'
import { strictTransport } from './security-headers.ts'

/** Plain http is for a machine talking to itself; everywhere else it is https (docs/adr/0014-bounded-text-and-https.md). */

/** Is this the machine itself: localhost, 127.0.0.0/8, ::1? `hostname` as `URL` gives it, addresses normalised. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)

const urlOf = (c: Context): URL => new URL(c.req.url)

/** Must cookies be `Secure` and `__Host-`? Always, but on loopback over http, where not every browser can set them. */
export const isSecure = (c: Context): boolean => {
  const { protocol, hostname } = urlOf(c)
  return protocol === 'https:' || !isLoopback(hostname)
}

/** Off loopback: reading over http is led to https, everything else is refused; https answers say that it stays so. */
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
    // The port of http is none of https.
    url.port = ''
    url.protocol = 'https:'
    return c.redirect(url.href, 308)
  }
