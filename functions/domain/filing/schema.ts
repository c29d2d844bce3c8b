import * as z from 'zod/mini'
import { lengths, units } from '#domain/basics/bounds.ts'
import { codePoints, isBounded, normaliseLine } from '#domain/basics/normalise.ts'
import { phoneNumbers } from '#domain/basics/phone-numbers.ts'
import { findArea } from '#domain/places/areas.ts'

/** Schemas for single fields of a filing (rules.md R5): a value is normalised first, then measured. */

/** Fault of a field, carried in zod's message. The texts are in `messages.ts`. */
export type FaultCode =
  | 'required'
  | 'unknown'
  | 'type'
  | 'tooLong'
  | 'phone'
  | 'nameOrPhone'
  | 'named'
  | 'complaint'
  | 'consent'
  | 'repeated'

const missing = (input: unknown): boolean => input === undefined || input === null || input === ''
/** One of `ids`. Faults: `required`, `unknown`. */
export const choice = <T extends string>(ids: readonly T[]) =>
  z.enum(ids, { error: ({ input }) => (missing(input) ? 'required' : 'unknown') })
/** One of `ids`, or undefined: absent, null and an empty text all mean not given. Fault: `unknown`. */
export const optionalChoice = <T extends string>(ids: readonly T[]) =>
  z.pipe(
    z.nullish(z.enum([...ids, ''], 'unknown')),
    z.transform((id) => (id || undefined) as T | undefined),
  )
export const flag = z.boolean({ error: ({ input }) => (missing(input) ? 'required' : 'type') })
const raw = z.string({ error: ({ input }) => (missing(input) ? 'required' : 'type') })
/** A text of at most `most` units; a longer one gets `fault` and is not processed further. */
const upTo = (most: number, fault: string) =>
  raw.check(z.refine((text) => text.length <= most, { error: fault, abort: true }))
const bounded = (max: number) =>
  raw.check(z.refine((text) => isBounded(text, max), { error: 'tooLong', abort: true }))
const atMost = (max: number) => (text: string) => codePoints(text) <= max

/** A text that is not empty after `normalise`, of at most `max` code points. Faults: `required`, `tooLong`, `type`. */
export const required = (normalise: (text: string) => string, max: number) =>
  z
    .pipe(bounded(max), z.transform(normalise))
    .check(
      z.refine((text) => text !== '', { error: 'required', abort: true }),
      z.refine(atMost(max), 'tooLong'),
    )
    .register(z.globalRegistry, { minLength: 1, maxLength: max })

/** Absent, null and an empty text all mean: not given. */
const optional = (text: z.ZodMiniType<string, string>) =>
  z.pipe(
    z.nullish(text),
    z.transform((value) => value || undefined),
  )

/** A text of at most `max` code points after `normalise`, or undefined. Faults: `tooLong`, `type`. */
export const optionalText = (normalise: (text: string) => string, max: number) =>
  optional(
    z
      .pipe(bounded(max), z.transform(normalise))
      .check(z.refine(atMost(max), 'tooLong'))
      .register(z.globalRegistry, { maxLength: max }),
  )

/** One or more telephone numbers as a person writes them, kept as typed; at least one must be dialable. */
export const phone = optional(
  z
    .pipe(bounded(lengths.phone), z.transform(normaliseLine))
    .check(
      z.refine(atMost(lengths.phone), { error: 'tooLong', abort: true }),
      z.refine((text) => text === '' || phoneNumbers(text).length > 0, 'phone'),
    )
    .register(z.globalRegistry, { maxLength: lengths.phone }),
)

/** An area by its id; the id of a merged area means the area it was merged into. */
export const region = z.pipe(
  z.pipe(upTo(units.short, 'unknown'), z.transform(normaliseLine)).check(
    z.refine((id) => id !== '', { error: 'required', abort: true }),
    z.refine((id) => findArea(id) !== undefined, 'unknown'),
  ),
  z.transform((id) => findArea(id)?.mergedInto ?? id),
)

export const agreed = flag.check(z.refine((given) => given, 'consent'))

/** A field with inner fields; absent and null mean the same. */
export const nested = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.pipe(
    z.nullish(z.object(shape, 'type')),
    z.transform((value) => value ?? undefined),
  )
