import type { MiddlewareHandler } from 'hono'
import { refusals } from '#domain/filing/messages.ts'
import { styleHash } from '#generated/desk-shell.ts'
import { DeskRefusalPage, deskRefusals } from '#ui/desk-refusal-page.tsx'
import { appMiddleware } from './app-middleware.ts'
import { deskPage } from './desk-page.tsx'

/** Middleware with the headers and refusals of the desk. */
export const deskMiddleware = (): MiddlewareHandler =>
  appMiddleware(styleHash, (c, refusal, status) => {
    const title = deskRefusals[refusal]?.title ?? refusals[refusal].title
    return deskPage(c, { title, current: null, main: <DeskRefusalPage refusal={refusal} /> }, status)
  })
