import type { MiddlewareHandler } from 'hono'
import { refusals } from '#domain/filing/messages.ts'
import { styleHash } from '#generated/shell.ts'
import { RefusalPage } from '#ui/refusal-page.tsx'
import { appMiddleware } from './app-middleware.ts'
import { page } from './site-page.ts'

/** Middleware with the headers and refusals of the public app. */
export const siteMiddleware = (): MiddlewareHandler =>
  appMiddleware(styleHash, (c, refusal, status) =>
    page(
      c,
      { title: refusals[refusal].title, current: null, main: <RefusalPage refusal={refusal} /> },
      status,
    ),
  )
