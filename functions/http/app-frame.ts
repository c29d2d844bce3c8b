import type { MiddlewareHandler } from 'hono'
import { every } from 'hono/combine'
import { refusalsShownBy, type ShowRefusal } from './refusals.tsx'
import { httpsOnly } from './scheme.ts'
import { security } from './security.ts'

/**
 * What every answer of an app has: its headers, and refusals in its own frame. site-frame.tsx and desk-frame.tsx make
 * one each, so that a Worker carries only the frame it fills.
 * @param styleHash of the style sheet in the frame
 */
export const appFrame = (styleHash: string, show: ShowRefusal): MiddlewareHandler =>
  every(security(styleHash), refusalsShownBy(show), httpsOnly())
