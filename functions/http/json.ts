import type { Context } from 'hono'
import { bodyBytes } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { refusals } from '#domain/filing/messages.ts'
import { mediaType, readBody } from './body.ts'
import { problem } from './problem.ts'
import { refuse } from './refusals.tsx'

/** Reads a JSON object from the body; on failure returns the problem to answer with: 415, 413 or 400. */
export const readJson = async (c: Context): Promise<Result<Record<string, unknown>, Response>> => {
  if (mediaType(c.req.raw) !== 'application/json')
    return fail(
      problem(c, { status: 415, title: refusals.contentType.title, detail: '请用 application/json。' }),
    )
  const bytes = await readBody(c.req.raw, bodyBytes)
  if (!bytes.ok) return fail(await refuse(c, bytes.error))
  const value = parse(bytes.value)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail(problem(c, { status: 400, title: '内容不是 JSON 对象', detail: '请检查格式。' }))
  return ok(value as Record<string, unknown>)
}

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}
