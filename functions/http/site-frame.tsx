import type { MiddlewareHandler } from 'hono'
import { refusals } from '#domain/filing/messages.ts'
import { styleHash } from '#generated/shell.ts'
import { RefusalPage } from '#ui/refusal-page.tsx'
import { appFrame } from './app-frame.ts'
import { page } from './site-page.ts'

/** Middleware with the headers and refusals of the public app. */
export const publicFrame = (): MiddlewareHandler =>
  appFrame(styleHash, (c, refusal, status) =>
    page(
      c,
      { title: refusals[refusal].title, current: null, main: <RefusalPage refusal={refusal} /> },
      status,
    ),
  )
