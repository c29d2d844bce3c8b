import * as z from 'zod'
import { fieldRow, fieldTable, filingFields, filingSchema } from '#domain/filing/fields.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { regionsHere } from './regions-here.ts'

/** The filing as JSON Schema: its fields from the schema that judges them, its rules between fields written out. */

type Schema = Record<string, unknown>

const withoutDefaults = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(withoutDefaults)
  if (typeof schema !== 'object' || schema === null) return schema
  const { default: _, $schema: __, ...rest } = schema as Schema
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withoutDefaults(value)]))
}

const object = (properties: Schema, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
})

/** `between` of `functions/domain/filing/filing.ts`: a name, or a telephone number, or neither; in danger, how to be reached. */
const rules: Schema[] = [
  {
    description: 'A name or a phone, or anonymous without either and not as a complaint.',
    anyOf: [
      object({ name: { type: 'string', minLength: 1 }, anonymous: { const: false } }, ['name']),
      object({ phone: { type: 'string', minLength: 1 }, anonymous: { const: false } }, ['phone']),
      object(
        {
          anonymous: { const: true },
          name: { type: 'null' },
          phone: { type: 'null' },
          track: { enum: trackIds.filter((track) => !fieldRow('anonymous').notOn?.includes(track)) },
        },
        ['anonymous'],
      ),
    ],
  },
  {
    description: 'In danger: how the person may be reached.',
    anyOf: [object({ danger: { const: false } }), object({ contact: { type: 'object' } }, ['contact'])],
  },
  {
    description: 'A complaint: where the person lives.',
    anyOf: [
      object({
        track: { enum: trackIds.filter((track) => !fieldRow('address').requiredOn?.includes(track)) },
      }),
      object({ address: { type: 'string', minLength: 1 } }, ['address']),
    ],
  },
]

/** JSON Schema (draft 2020-12) of a filing, for the OpenAPI document. */
export const filingDocument = (): Schema => {
  const made = z.toJSONSchema(filingSchema, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' })
  const plain = withoutDefaults(made) as { properties: Record<string, Schema> }
  // The meaning of an absent field is described in text: with a `default`, generated clients would require the field.
  for (const field of filingFields) {
    const { api: description } = fieldRow(field)
    if (description) plain.properties[field] = { ...plain.properties[field], description }
  }
  return {
    ...plain,
    properties: {
      ...plain.properties,
      region: {
        description: fieldTable.region.api,
        // Filled in where it is served: the Worker carries the county's areas already.
        enum: [regionsHere],
        type: 'string',
      },
      consent: { type: 'boolean', const: true, description: fieldTable.consent.api },
    },
    allOf: rules,
  }
}
