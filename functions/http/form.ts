import type { Context } from 'hono'
import { bodyBytes, formFields, units, valuesPerField } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { FormError, FormState } from '#ui/form/state.ts'
import { mediaType, readBody } from './body.ts'
import { refuse } from './refusals.tsx'
import { isSameOrigin } from './same-origin.ts'

/** Posted fields: name → every value sent under it, in order. */
export type PostedForm = Map<string, string[]>

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** The fields of a post, or what stands in the way of reading them. Files in a multipart post are dropped. */
const readFields = async (
  request: Request,
): Promise<Result<PostedForm, 'contentType' | 'tooLarge' | 'brokenOff'>> => {
  if (!formTypes.includes(mediaType(request))) return fail('contentType')
  const bytes = await readBody(request, bodyBytes)
  if (!bytes.ok) return bytes
  // The whole header: a multipart body is cut at the boundary it names.
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const parsed = await new Response(bytes.value, { headers }).formData().catch(() => null)
  if (!parsed) return fail('contentType')
  const form = gather(parsed)
  return form ? ok(form) : fail('tooLarge')
}

/**
 * What was posted: type, size, text, number of fields, then where it came from.
 * @param foreign shows the form again with what was typed, 403, when the post came from another site's page; a form
 * without words of a person needs none, its refusal says enough
 * @returns the form, or the answer to give instead
 * @example const form = await posted(c); if (!form.ok) return form.error
 */
export const posted = async (
  c: Context,
  foreign?: (form: PostedForm) => Response | Promise<Response>,
): Promise<Result<PostedForm, Response>> => {
  const form = await readFields(c.req.raw)
  if (!form.ok) return fail(await refuse(c, form.error))
  if (isSameOrigin(c.req.raw)) return form
  return fail(await (foreign ? foreign(form.value) : refuse(c, 'origin')))
}

/**
 * What was posted where nothing can be done with it any more, so that its words can be given back.
 * @returns an empty form where it cannot be read, or came from another site's page: that site's words are not shown
 */
export const lostForm = async (c: Context): Promise<PostedForm> => {
  if (c.req.method !== 'POST' || !isSameOrigin(c.req.raw)) return new Map()
  const form = await readFields(c.req.raw)
  return form.ok ? form.value : new Map()
}

/** What a form shows again: the answers exactly as they were typed, and a sentence at each field that is wrong. */
export const formState = (form: PostedForm, errors: readonly FormError[] = []): FormState => ({
  value: (name) => typedText(form, name),
  error: (name) => errors.find(({ field }) => field === name)?.text,
})

/** A form as if these values had been posted. */
export const filledForm = (values: Record<string, string | undefined>): PostedForm =>
  new Map(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])))

/** The title of a page whose form was refused begins with the word (rules.md R42). */
export const errorTitle = (name: string, refused = true): string => (refused ? `错误：${name}` : name)

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
 * The value of a short field: a choice, a flag, a number, a token. An absent value, or one longer than any valid one,
 * is an empty string.
 */
export const fieldValue = (form: PostedForm, name: string): string => {
  const typed = typedText(form, name)
  return typed.length > units.short ? '' : typed
}

/** The typed text, of any length: to show it again, or for code that checks the length first (`readText`). */
export const typedText = (form: PostedForm, name: string): string => form.get(name)?.[0] ?? ''
