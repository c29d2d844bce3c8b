import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Refusal, refusals } from '../domain/messages.ts'
import { RefusalPage } from '../views/refusal-page.tsx'
import { page } from './answers.ts'
import { problem } from './problem.ts'

/** The status of each refusal. */
const statusOf: Record<Refusal, ContentfulStatusCode> = {
  notFound: 404,
  method: 405,
  origin: 403,
  tooLarge: 413,
  contentType: 415,
  conflict: 409,
  notSent: 503,
  unavailable: 503,
}

const isApi = (c: Context): boolean => c.req.path.startsWith('/api/')

/** A refusal: a page in the shell for a person, a problem for a program. */
export const refuse = (c: Context, refusal: Refusal): Response | Promise<Response> => {
  const status = statusOf[refusal]
  const { title, text } = refusals[refusal]
  if (isApi(c)) return problem(c, { status, title, detail: text })
  return page(c, { title, current: null, main: <RefusalPage refusal={refusal} /> }, status)
}
