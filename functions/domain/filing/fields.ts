import * as z from 'zod/mini'
import { contactFlags } from './contact.ts'
import type { FieldRow } from './field-row.ts'
import { matterFields } from './matter-fields.ts'
import { personFields } from './person-fields.ts'

/**
 * The fields of a filing (rules.md R6), defined once. Both forms, the check page, the error texts, the choice of
 * sealing keys, the desk's facts and the OpenAPI document use these rows. To add a field, add a row in
 * `matter-fields.ts` or `person-fields.ts`, its place in `field-orders.ts`, and an answer in the filing of the tests.
 */

/** In the order of the faults. */
export const fieldTable = { ...matterFields, ...personFields } as const

export type FilingField = keyof typeof fieldTable

/** The row of a field, typed as the general row. */
export const fieldRow = (field: FilingField): FieldRow => fieldTable[field]

/** An answer as people read it; undefined if it was not given. */
export const answerText = (row: Pick<FieldRow, 'shown'>, value: unknown): string | undefined =>
  value === undefined ? undefined : (row.shown?.(value as never) ?? String(value))

const schemas = Object.fromEntries(
  Object.entries(fieldTable).map(([field, { schema }]) => [field, schema]),
) as {
  [K in FilingField]: (typeof fieldTable)[K]['schema']
}

/** The schema of form and API; its order is the order of the faults. */
export const filingSchema = z.object(schemas)

/** A filing, normalised and validated. */
export type Filing = z.output<typeof filingSchema>

export const filingFields = Object.keys(fieldTable) as FilingField[]

/** Fields that a form sends as the texts `true` and `false`. */
export const flagFields = [
  ...filingFields.filter((field) => field === 'danger' || fieldRow(field).input.kind === 'checkbox'),
  ...contactFlags.map((field) => `contact.${field}`),
]
