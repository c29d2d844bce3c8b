import type { MiddlewareHandler } from 'hono'
import { every } from 'hono/combine'
import { refusals } from '#domain/filing/messages.ts'
import { styleHash as deskStyleHash } from '#generated/desk-shell.ts'
import { styleHash } from '#generated/shell.ts'
import { DeskRefusalPage, deskRefusals } from '#ui/desk-refusal-page.tsx'
import { RefusalPage } from '#ui/refusal-page.tsx'
import { page } from './answers.ts'
import { deskPage } from './desk-page.tsx'
import { refusalsShownBy } from './refusals.tsx'
import { httpsOnly } from './scheme.ts'
import { security } from './security.ts'

/** What every answer of an app has: its headers, and refusals in its own frame. */

export const publicFrame = (): MiddlewareHandler =>
  every(
    security(styleHash),
    refusalsShownBy((c, refusal, status) =>
      page(
        c,
        { title: refusals[refusal].title, current: null, main: <RefusalPage refusal={refusal} /> },
        status,
      ),
    ),
    httpsOnly(),
  )

export const deskFrame = (): MiddlewareHandler =>
  every(
    security(deskStyleHash),
    refusalsShownBy((c, refusal, status) => {
      const title = deskRefusals[refusal]?.title ?? refusals[refusal].title
      return deskPage(c, { title, current: null, main: <DeskRefusalPage refusal={refusal} /> }, status)
    }),
    httpsOnly(),
  )
