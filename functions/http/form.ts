import type { Context } from 'hono'
import { bodyBytes, formFields, units, valuesPerField } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { FormError, FormState } from '#ui/form/state.ts'
import { mediaType, readBody } from './body.ts'
import { olderEncoding, pairsIn } from './form-encoding.ts'
import { type NotTaken, notTaken, refuse } from './refusals.tsx'
import { isSameOrigin } from './same-origin.ts'

/** Posted fields: all values of each name, in order. */
export type PostedForm = Map<string, string[]>

const urlEncoded = 'application/x-www-form-urlencoded'
const formTypes = [urlEncoded, 'multipart/form-data']

/** The fields of a post; `guessed` if their encoding was not UTF-8, so that the text may not be what was typed. */
interface ReadForm {
  form: PostedForm
  guessed: boolean
}

/** The fields of a post, or why they cannot be read. Files in a multipart post are dropped. */
const readFields = async (
  request: Request,
): Promise<Result<ReadForm, 'contentType' | 'emptied' | 'tooLarge' | 'brokenOff'>> => {
  const type = mediaType(request)
  // Browsers reload a page behind the back button whose answer they have not kept with an empty post.
  if (type === '' && isEmpty(request)) return fail('emptied')
  if (!formTypes.includes(type)) return fail('contentType')
  const bytes = await readBody(request, bodyBytes)
  if (!bytes.ok) return bytes
  const header = request.headers.get('content-type') ?? ''
  const read = type === urlEncoded ? urlEncodedFields : multipartFields
  const { fields, guessed } = await read(bytes.value, header)
  if (!fields) return fail('contentType')
  const form = gather(fields)
  return form ? ok({ form, guessed }) : fail('tooLarge')
}

const isEmpty = (request: Request): boolean => {
  const declared = request.headers.get('content-length')
  return declared === null ? request.body === null : declared === '0'
}

type Fields = Iterable<[string, FormDataEntryValue]>

/** The whole header is needed: it names the boundary of a multipart body. */
const parse = async (body: BodyInit, header: string): Promise<Fields | null> =>
  await new Response(body, { headers: { 'content-type': header } }).formData().catch(() => null)

const urlEncodedFields = async (bytes: Uint8Array<ArrayBuffer>, header: string) => {
  const encoding = olderEncoding(bytes, header)
  return encoding
    ? { fields: pairsIn(bytes, encoding), guessed: true }
    : { fields: await parse(bytes, header), guessed: false }
}

/** A multipart body may contain the bytes of a file, which is no text in any encoding: only its texts are looked at. */
const multipartFields = async (bytes: Uint8Array<ArrayBuffer>, header: string) => {
  const fields = await parse(bytes, header)
  const encoding = [...(fields ?? [])].some(([, value]) => String(value).includes('\uFFFD'))
    ? olderEncoding(bytes, header)
    : undefined
  return encoding
    ? { fields: await parse(new TextDecoder(encoding).decode(bytes), header), guessed: true }
    : { fields, guessed: false }
}

/**
 * Reads a posted form; checks type, size, number of fields, then the origin of the post and its encoding.
 * @param again answers with the form and its typed values, and says why they were not taken: the post came from another
 *   site, or in another encoding; not needed for a form without free text
 * @returns the form, or the answer to send instead
 * @example const form = await posted(c); if (!form.ok) return form.error
 */
export const posted = async (
  c: Context,
  again?: (form: PostedForm, why: NotTaken) => Response | Promise<Response>,
): Promise<Result<PostedForm, Response>> => {
  const read = await readFields(c.req.raw)
  if (!read.ok) return fail(await refuse(c, read.error))
  const { form, guessed } = read.value
  const own = isSameOrigin(c.req.raw)
  if (own && !guessed) return ok(form)
  if (again) return fail(await again(form, own ? notTaken.encoding : notTaken.origin))
  return fail(await refuse(c, own ? 'contentType' : 'origin'))
}

/**
 * Reads a posted form that cannot be processed any more, so that its text can be shown to the person again.
 * @returns an empty form if it cannot be read or came from another site: the text of another site is not shown
 */
export const lostForm = async (c: Context): Promise<PostedForm> => {
  if (c.req.method !== 'POST' || !isSameOrigin(c.req.raw)) return new Map()
  const form = await readFields(c.req.raw)
  return form.ok ? form.value.form : new Map()
}

/** The state of a form shown again: the values exactly as typed, and the error text of each field. */
export const formState = (form: PostedForm, errors: readonly FormError[] = []): FormState => ({
  value: (name) => typedText(form, name),
  error: (name) => errors.find(({ field }) => field === name)?.text,
})

/** Makes a form with these values, as if they had been posted. */
export const filledForm = (values: Record<string, string | undefined>): PostedForm =>
  new Map(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])))

/** The page title; that of a refused form begins with 错误 (rules.md R42). */
export const errorTitle = (name: string, refused = true): string => (refused ? `错误：${name}` : name)

/** The fields by name, or null if there are more than in any form of ours. */
const gather = (fields: Fields): PostedForm | null => {
  const form: PostedForm = new Map()
  for (const [name, value] of fields) {
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
