import type { MiddlewareHandler } from 'hono'
import { securityHeaders } from '../domain/security-headers.ts'
import { styleHash } from '../generated/shell.ts'

const headers = Object.entries(securityHeaders(styleHash))

/** Sets the headers of CONTRACT.md on every answer of the Worker. */
export const security: MiddlewareHandler = async function security(c, next) {
  await next()
  for (const [name, value] of headers) c.res.headers.set(name, value)
}
