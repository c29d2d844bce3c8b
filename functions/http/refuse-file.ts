import type { Context } from 'hono'
import { addingMessage, type FileRefusal, fileField, refusalText } from '#domain/evidence/adding.ts'
import { statusOfRefusal } from '#domain/evidence/statuses.ts'
import { problem, wrongFields } from './problem.ts'

/** The problem (RFC 9457) for a file that was not taken, for programs and for the script of the form. */
export const refuseFile = (c: Context, why: FileRefusal): Response => {
  if (typeof why !== 'string') {
    return wrongFields(
      c,
      why.map((fault) => ({ ...fault, message: addingMessage(fault) })),
    )
  }
  const status = statusOfRefusal(why)
  const message = refusalText(why)
  if (status === 503) c.header('retry-after', '10')
  const errors = [{ field: fileField, code: why, message }]
  return problem(c, { status, title: '没有收下', detail: message, ...(status === 422 && { errors }) })
}
