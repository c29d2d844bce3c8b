import type { Context } from 'hono'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { problem } from './problem.ts'

/** An idempotency key has 16–64 visible ASCII characters. */
const longestKey = 64
const keyPattern = /^[\x21-\x7e]{16,64}$/

/** The key in the header of a call; undefined without one, and the problem to answer with if it is malformed. */
export const idempotencyKey = (c: Context): Result<string | undefined, Response> => {
  const key = c.req.header('idempotency-key')
  if (key === undefined || (key.length <= longestKey && keyPattern.test(key))) return ok(key)
  return fail(
    problem(c, { status: 400, title: 'Idempotency-Key 不对', detail: '16 到 64 个可见的 ASCII 字符。' }),
  )
}
