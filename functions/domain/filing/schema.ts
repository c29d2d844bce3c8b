import * as z from 'zod/mini'
import { lengths, units } from '#domain/basics/bounds.ts'
import {
  codePoints,
  isBounded,
  normaliseLine,
  normalisePhone,
  normaliseText,
} from '#domain/basics/normalise.ts'
import { findArea } from '#domain/places/areas.ts'
import { aboutIds } from '#domain/words/about.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { trackIds } from '#domain/words/tracks.ts'

/** The fields of a filing (rules.md R6): each is normalised, then judged. One schema for form and API. */

// Schemas speak in codes: zod's message slot carries one of FaultCode.
const missing = (input: unknown): boolean => input === undefined || input === null || input === ''
const choice = <T extends string>(ids: readonly T[]) =>
  z.enum(ids, { error: ({ input }) => (missing(input) ? 'required' : 'unknown') })
const flag = z.boolean({ error: ({ input }) => (missing(input) ? 'required' : 'type') })
const raw = z.string({ error: ({ input }) => (missing(input) ? 'required' : 'type') })
/** A text that is short enough to be looked at; a longer one gets `fault` and goes no further. */
const upTo = (most: number, fault: string) =>
  raw.check(z.refine((text) => text.length <= most, { error: fault, abort: true }))
const bounded = (max: number) =>
  raw.check(z.refine((text) => isBounded(text, max), { error: 'tooLong', abort: true }))
const atMost = (max: number) => (text: string) => codePoints(text) <= max

const required = (normalise: (text: string) => string, max: number) =>
  z
    .pipe(bounded(max), z.transform(normalise))
    .check(
      z.refine((text) => text !== '', { error: 'required', abort: true }),
      z.refine(atMost(max), 'tooLong'),
    )
    .register(z.globalRegistry, { minLength: 1, maxLength: max })

/** Nothing, null and an empty text are the same: not given. */
const optional = (text: z.ZodMiniType<string, string>) =>
  z.pipe(
    z.nullish(text),
    z.transform((value) => value || undefined),
  )

const optionalText = (normalise: (text: string) => string, max: number) =>
  optional(
    z
      .pipe(bounded(max), z.transform(normalise))
      .check(z.refine(atMost(max), 'tooLong'))
      .register(z.globalRegistry, { maxLength: max }),
  )

/** Mobile 1 and ten digits, or a landline with its area code. */
const phonePattern = /^(1\d{10}|0\d{9,11})$/

export const contactSchema = z.object(
  {
    mayCall: z._default(flag, false),
    mayText: z._default(flag, false),
    when: optionalText(normaliseLine, lengths.contactWhen),
  },
  'type',
)

/** The fields in the order of the form. */
export const filingSchema = z.object({
  danger: flag,
  about: z._default(choice(aboutIds), 'none'),
  track: choice(trackIds),
  category: choice(categoryIds),
  region: z.pipe(
    z.pipe(upTo(units.short, 'unknown'), z.transform(normaliseLine)).check(
      z.refine((id) => id !== '', { error: 'required', abort: true }),
      z.refine((id) => findArea(id) !== undefined, 'unknown'),
    ),
    z.transform((id) => findArea(id)?.mergedInto ?? id),
  ),
  narrative: required(normaliseText, lengths.narrative),
  request: required(normaliseText, lengths.request),
  title: optionalText(normaliseLine, lengths.title),
  otherParty: optionalText(normaliseLine, lengths.otherParty),
  anonymous: z._default(flag, false),
  name: optionalText(normaliseLine, lengths.name),
  phone: optional(
    z
      .pipe(upTo(units.short, 'phone'), z.transform(normalisePhone))
      .check(z.refine((text) => text === '' || phonePattern.test(text), 'phone')),
  ),
  contact: z.pipe(
    z.nullish(contactSchema),
    z.transform((contact) => contact ?? undefined),
  ),
  consent: flag.check(z.refine((given) => given, 'consent')),
})
