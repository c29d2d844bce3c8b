import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A problem detail, RFC 9457. `errors` with 422 only. */
export interface Problem {
  status: ContentfulStatusCode
  title: string
  detail?: string
  errors?: { field: string; code: string; message: string }[]
}

/** Answers with `application/problem+json`; `type` stays about:blank, the title says the status in words. */
export const problem = (c: Context, { status, ...rest }: Problem): Response => {
  c.header('cache-control', 'no-store')
  c.header('content-type', 'application/problem+json; charset=utf-8')
  return c.body(JSON.stringify({ type: 'about:blank', status, ...rest }), status)
}
