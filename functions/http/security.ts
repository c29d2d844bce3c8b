import type { MiddlewareHandler } from 'hono'
import { permissionsOf, policyOf } from './own-policy.ts'
import { securityHeaders } from './security-headers.ts'

/**
 * Sets the security headers (rules.md R2) on every answer of a Worker.
 * @param styleHash hash of the inline style of its shell
 */
export const security = (styleHash: string): MiddlewareHandler => {
  const headers = Object.entries(securityHeaders(styleHash))
  const own: Record<string, typeof policyOf> = {
    'content-security-policy': policyOf,
    'permissions-policy': permissionsOf,
  }
  return async function security(c, next) {
    await next()
    for (const [name, value] of headers) c.res.headers.set(name, own[name]?.(c, value) ?? value)
  }
}
