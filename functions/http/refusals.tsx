import type { Context, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Refusal, refusals } from '#domain/filing/messages.ts'
import { problem } from './problem.ts'

/** The status of each refusal. */
const statusOf: Record<Refusal, ContentfulStatusCode> = {
  notFound: 404,
  method: 405,
  origin: 403,
  tooLarge: 413,
  brokenOff: 400,
  insecure: 403,
  contentType: 415,
  conflict: 409,
  notSent: 503,
  unavailable: 503,
}

const isApi = (c: Context): boolean => c.req.path.startsWith('/api/')

/** How an app shows a refusal to a person: in its own frame. */
export type ShowRefusal = (
  c: Context,
  refusal: Refusal,
  status: ContentfulStatusCode,
) => Response | Promise<Response>

/** Says once for an app how its refusals look. */
export const refusalsShownBy = (show: ShowRefusal): MiddlewareHandler =>
  async function refusalsShown(c, next) {
    c.set('showRefusal', show)
    await next()
  }

/** A refusal: a page in the app's frame for a person, a problem for a program. */
export const refuse = (c: Context, refusal: Refusal): Response | Promise<Response> => {
  const status = statusOf[refusal]
  const { title, text } = refusals[refusal]
  return isApi(c)
    ? problem(c, { status, title, detail: text })
    : (c.get('showRefusal') as ShowRefusal)(c, refusal, status)
}
