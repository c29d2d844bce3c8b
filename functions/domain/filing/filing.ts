import type * as z from 'zod/mini'
import { normaliseDigits } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { cutText } from '#domain/basics/text-cut.ts'
import { aboutWhenAbsent } from '#domain/words/about.ts'
import { contactFields } from './contact.ts'
import { type Filing, type FilingField, fieldRow, filingFields, filingSchema } from './fields.ts'
import type { FaultCode } from './schema.ts'

export interface Fault {
  field: string
  code: FaultCode
}

type Draft = Partial<Record<FilingField, unknown>>

const isOn = (tracks: readonly string[] | undefined, track: unknown): boolean =>
  tracks?.some((one) => one === track) ?? false

/** Rules between fields; checked even if single fields are wrong, so that the person sees all faults at once. */
const between = (draft: Draft): Fault[] => {
  const faults: Fault[] = []
  const hasIdentity = Boolean(draft.name || draft.phone)
  // Whoever may not be anonymous here first chooses to give a name or to take another track.
  const unnamed = draft.anonymous === true && isOn(fieldRow('anonymous').notOn, draft.track)
  if (unnamed) faults.push({ field: 'anonymous', code: 'complaint' })
  else if (draft.anonymous === true && hasIdentity) faults.push({ field: 'anonymous', code: 'named' })
  if (draft.anonymous === false && !hasIdentity) faults.push({ field: 'name', code: 'nameOrPhone' })
  if (draft.danger === true && draft.contact === undefined)
    faults.push({ field: 'contact', code: 'required' })
  const missing = (field: FilingField): boolean =>
    isOn(fieldRow(field).requiredOn, draft.track) && draft[field] === undefined
  if (!unnamed)
    faults.push(...filingFields.filter(missing).map((field) => ({ field, code: 'required' as const })))
  return faults
}

const faultsOf = (field: string, error: z.core.$ZodError): Fault[] =>
  error.issues.slice(0, 1).map((issue) => ({
    field: [field, ...issue.path].join('.'),
    code: issue.message as FaultCode,
  }))

/**
 * Validates a posted filing, field by field and then between fields.
 * @param input a plain object from JSON, or from a form converted to the same shape
 * @returns the filing, or all faults in the order of the form
 */
export const readFiling = (input: Record<string, unknown>): Result<Filing, Fault[]> => {
  const draft: Draft = {}
  const faults: Fault[] = []
  for (const field of filingFields) {
    const value = Object.hasOwn(input, field) ? input[field] : undefined
    const result = filingSchema.shape[field].safeParse(value)
    if (result.success) draft[field] = result.data
    else faults.push(...faultsOf(field, result.error))
  }
  if (input['about'] === undefined) draft.about = aboutWhenAbsent(draft.category)
  const wrong = new Set(faults.map((fault) => fault.field.split('.')[0]))
  // A field with a fault of its own gets no fault between fields: its own fault comes first.
  faults.push(
    ...between(draft).filter(
      (fault) => !wrong.has(fault.field) && !(fault.code === 'nameOrPhone' && wrong.has('phone')),
    ),
  )
  if (faults.length > 0) return fail(inFormOrder(faults))
  return ok(draft as Filing)
}

const position = (fault: Fault): number => filingFields.indexOf(fault.field.split('.')[0] as FilingField)

const inFormOrder = (faults: Fault[]): Fault[] => [...faults].sort((a, b) => position(a) - position(b))

const ignoredNames = 50
const ignoredLength = 60

/** Names of unknown posted fields, which the API reports. Bounded, because the sender chose them. */
export const ignoredFields = (input: Record<string, unknown>): string[] => {
  const known = new Set<string>(filingFields)
  const contact = input['contact']
  const nested =
    typeof contact === 'object' && contact !== null && !Array.isArray(contact) ? Object.keys(contact) : []
  const names = [
    ...Object.keys(input).filter((name) => !known.has(name)),
    ...nested
      .filter((name) => !contactFields.some((known) => known === name))
      .map((name) => `contact.${name.slice(0, ignoredLength)}`),
  ]
  return names.slice(0, ignoredNames).map((name) => cutText(name, ignoredLength).toWellFormed())
}

/** Canonical text of a filing, to distinguish a repeat from a change. The schema fixes the order of keys. */
export const canonicalFiling = (filing: Filing): string =>
  JSON.stringify(
    filingFields.map((field) => {
      // Spaces and dashes in a number make no other filing.
      if (field === 'phone') return normaliseDigits(filing.phone ?? '')
      if (field !== 'contact') return filing[field] ?? null
      return filing.contact
        ? [filing.contact.mayCall, filing.contact.mayText, filing.contact.when ?? null]
        : null
    }),
  )
