import type { Context, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Refusal, refusals } from '#domain/filing/messages.ts'
import { asksForJson } from './asks-json.ts'
import { problem } from './problem.ts'

/** The status of each refusal. */
const statusOf: Record<Refusal, ContentfulStatusCode> = {
  notFound: 404,
  noCase: 404,
  method: 405,
  origin: 403,
  tooLarge: 413,
  brokenOff: 400,
  insecure: 403,
  contentType: 415,
  encoding: 415,
  emptied: 415,
  conflict: 409,
  notSent: 503,
  busy: 503,
  unavailable: 503,
}

/** Why a form that can be read was not taken, and the status of the answer that shows it again. */
export const notTaken = {
  origin: { refusal: 'origin', status: 403 },
  encoding: { refusal: 'encoding', status: 415 },
} as const

export type NotTaken = (typeof notTaken)[keyof typeof notTaken]

const isApi = (c: Context): boolean => c.req.path.startsWith('/api/')

/** Answers with the page of a refusal in the shell of an app. */
export type ShowRefusal = (
  c: Context,
  refusal: Refusal,
  status: ContentfulStatusCode,
) => Response | Promise<Response>

/** Middleware that sets how an app shows its refusals. */
export const refusalsShownBy = (show: ShowRefusal): MiddlewareHandler =>
  async function refusalsShown(c, next) {
    c.set('showRefusal', show)
    await next()
  }

/** Answers with a refusal: a page in the app's shell, or a problem (RFC 9457) below /api/ and to a script. */
export const refuse = (c: Context, refusal: Refusal): Response | Promise<Response> => {
  const status = statusOf[refusal]
  const { title, text } = refusals[refusal]
  return isApi(c) || asksForJson(c)
    ? problem(c, { status, title, detail: text })
    : (c.get('showRefusal') as ShowRefusal)(c, refusal, status)
}
