import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A problem detail (RFC 9457). `errors` occurs only with 422. */
export interface Problem {
  status: ContentfulStatusCode
  title: string
  detail?: string
  errors?: { field: string; code: string; message: string }[]
}

/** Answers with `application/problem+json`; `type` is about:blank, and the title describes the status. */
export const problem = (c: Context, { status, ...rest }: Problem): Response => {
  c.header('cache-control', 'no-store')
  c.header('content-type', 'application/problem+json; charset=utf-8')
  return c.body(JSON.stringify({ type: 'about:blank', status, ...rest }), status)
}

/** Answers with everything that is wrong in what was sent, field by field. */
export const wrongFields = (c: Context, errors: NonNullable<Problem['errors']>): Response =>
  problem(c, { status: 422, title: `有 ${errors.length} 处要改`, errors })

/** Answers with the one thing that is wrong in what was sent. */
export const wrongField = (c: Context, field: string, code: string, message: string): Response =>
  problem(c, { status: 422, title: message, errors: [{ field, code, message }] })
