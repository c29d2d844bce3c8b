import type { Context } from 'hono'
import { bodyBytes, formFields, units, valuesPerField } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { type BodyFault, mediaType, readBody } from './body.ts'
import { isSameOrigin } from './same-origin.ts'

/** Posted fields: name → every value sent under it, in order. */
export type PostedForm = Map<string, string[]>

/** Why a post was not taken; with the answers where they could be read, so that nothing is lost. */
export type FormRefusal = { kind: BodyFault | 'contentType' } | { kind: 'origin'; form: PostedForm }

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data']

/**
 * Reads a posted form: type, size, text, number of fields, then where it came from. Files in a multipart post are no
 * answers and are dropped.
 */
export const readForm = async (c: Context): Promise<Result<PostedForm, FormRefusal>> => {
  const request = c.req.raw
  if (!formTypes.includes(mediaType(request))) return fail({ kind: 'contentType' })
  const bytes = await readBody(request, bodyBytes)
  if (!bytes.ok) return fail({ kind: bytes.error })
  // The whole header: a multipart body is cut at the boundary it names.
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const parsed = await new Response(bytes.value, { headers }).formData().catch(() => null)
  if (!parsed) return fail({ kind: 'contentType' })
  const form = gather(parsed)
  if (!form) return fail({ kind: 'tooLarge' })
  return isSameOrigin(request) ? ok(form) : fail({ kind: 'origin', form })
}

/** The fields by name, or null when there are more than any form of ours has. */
const gather = (parsed: FormData): PostedForm | null => {
  const form: PostedForm = new Map()
  for (const [name, value] of parsed.entries()) {
    if (typeof value !== 'string') continue
    const values = form.get(name) ?? []
    form.set(name, values)
    values.push(value)
    if (form.size > formFields || values.length > valuesPerField || name.length > units.short) return null
  }
  return form
}

/**
 * The one value of a short field: a choice, a flag, a number, a token. What is longer than any of them is none, and
 * comes as an empty string.
 */
export const fieldValue = (form: PostedForm, name: string): string => {
  const typed = typedText(form, name)
  return typed.length > units.short ? '' : typed
}

/** What was typed, whatever its length: to be shown again, or judged by what looks at the length first (`readText`). */
export const typedText = (form: PostedForm, name: string): string => form.get(name)?.[0] ?? ''
