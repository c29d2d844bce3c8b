import { units } from '#domain/basics/bounds.ts'
import { normaliseLine } from '#domain/basics/normalise.ts'
import { contactFields } from '#domain/filing/contact.ts'
import { type FilingField, fieldRow, filingFields, flagFields } from '#domain/filing/fields.ts'
import type { Fault } from '#domain/filing/filing.ts'
import { messageFor } from '#domain/filing/messages.ts'
import type { FormError } from '#ui/form/state.ts'
import type { PostedForm } from './form.ts'
import { fieldValue, typedText } from './form.ts'

/** Converts posted fields to the shape of the JSON body, and back to what the form shows. */

const flags: readonly string[] = flagFields
const isFlag = (name: string): boolean => flags.includes(name)

// The values of a radio or checkbox become booleans; any other value is kept and validated as it is.
const toValue = (name: string, text: string): unknown => {
  if (!isFlag(name)) return text
  if (text === '') return undefined
  return text === 'true' ? true : text === 'false' ? false : text
}

/**
 * How the person may safely be reached. The form asks this only of a person in danger; a hidden panel still posts its
 * fields, which the person cannot see, so they are ignored for all others.
 */
const contactOf = (form: PostedForm): Record<string, unknown> | undefined => {
  if (fieldValue(form, 'danger') !== 'true') return undefined
  const answers = contactFields
    .map((name) => [name, typedText(form, `contact.${name}`)] as const)
    .filter(([, text]) => text.length > units.short || normaliseLine(text) !== '')
    .map(([name, text]) => [name, toValue(`contact.${name}`, text)])
  return answers.length > 0 ? Object.fromEntries(answers) : undefined
}

// A browser posts nothing for radio buttons without a choice, and a form asks each of them: the default that an API call
// gets for an absent answer is not for a question that a person has overlooked.
const isAsked = (form: PostedForm, field: FilingField): boolean =>
  form.has(field) || fieldRow(field).input.kind === 'radios'

/** The form as a plain object. `contact` exists if the form asked for it and has any answer. */
export const toInput = (form: PostedForm): Record<string, unknown> => {
  const input: Record<string, unknown> = {}
  for (const field of filingFields)
    if (isAsked(form, field)) input[field] = toValue(field, typedText(form, field))
  const contact = contactOf(form)
  if (contact) input['contact'] = contact
  return input
}

/** Faults for fields posted twice with different values: it is unknown which was meant. */
export const repeatedFields = (form: PostedForm): Fault[] =>
  [...form.entries()]
    .filter(([name, values]) => isOurs(name) && new Set(values).size > 1)
    .map(([field]) => ({ field, code: 'repeated' }))

const isOurs = (name: string): boolean =>
  filingFields.includes(name as FilingField) || flags.includes(name) || name === 'contact.when'

/**
 * The error text of each field, one per field, in the given order.
 * @param say the words for the reader of the form: residents, or staff
 */
export const errorList = (faults: Fault[], say: (fault: Fault) => string = messageFor): FormError[] =>
  faults
    .filter((fault, index) => faults.findIndex(({ field }) => field === fault.field) === index)
    .map((fault) => ({ field: fault.field, text: say(fault) }))
