import type { Context } from 'hono'
import { bodyBytes } from '../domain/limits.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { readBody } from './body.ts'
import { isSameOrigin } from './same-origin.ts'

/** Posted fields: name → every value sent under it, in order. */
export type PostedForm = Map<string, string[]>

/** Why a post was not taken; with the answers where they could be read, so that nothing is lost. */
export type FormRefusal = { kind: 'tooLarge' | 'contentType' } | { kind: 'origin'; form: PostedForm }

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data']

/**
 * Reads a posted form: type, size, text, then where it came from. Files in a multipart post are no answers and are
 * dropped.
 */
export const readForm = async (c: Context): Promise<Result<PostedForm, FormRefusal>> => {
  const request = c.req.raw
  const type = request.headers.get('content-type') ?? ''
  if (!formTypes.includes(type.split(';')[0]?.trim().toLowerCase() ?? ''))
    return fail({ kind: 'contentType' })
  const bytes = await readBody(request, bodyBytes)
  if (!bytes) return fail({ kind: 'tooLarge' })
  const parsed = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null)
  if (!parsed) return fail({ kind: 'contentType' })
  const form: PostedForm = new Map()
  for (const [name, value] of parsed.entries()) {
    if (typeof value !== 'string') continue
    const values = form.get(name)
    if (values) values.push(value)
    else form.set(name, [value])
  }
  return isSameOrigin(request) ? ok(form) : fail({ kind: 'origin', form })
}

/** The one value of a field, or an empty string. */
export const fieldValue = (form: PostedForm, name: string): string => form.get(name)?.[0] ?? ''
