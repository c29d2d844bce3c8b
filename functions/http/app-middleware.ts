import type { MiddlewareHandler } from 'hono'
import { every } from 'hono/combine'
import { refusalsShownBy, type ShowRefusal } from './refusals.tsx'
import { httpsOnly } from './scheme.ts'
import { security } from './security.ts'

/**
 * Middleware for every answer of an app: its headers, and refusals in its own shell. site-middleware.tsx and
 * desk-middleware.tsx make one each, so that a Worker bundles only the shell it uses.
 * @param styleHash hash of the inline style of the shell
 */
export const appMiddleware = (styleHash: string, show: ShowRefusal): MiddlewareHandler =>
  every(security(styleHash), refusalsShownBy(show), httpsOnly())
