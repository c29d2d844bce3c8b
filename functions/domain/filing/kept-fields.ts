import type { Kept } from './field-row.ts'
import { type Filing, type FilingField, fieldRow, type fieldTable, filingFields } from './fields.ts'

/** The fields by how their answers are stored. */

export type KeptAs<K extends Kept> = {
  [F in FilingField]: K extends (typeof fieldTable)[F]['kept'][number] ? F : never
}[FilingField]

const keptAs = (kept: Kept) => filingFields.filter((field) => fieldRow(field).kept.includes(kept))
const fields: Record<Kept, FilingField[]> = {
  plain: keptAs('plain'),
  record: keptAs('record'),
  party: keptAs('party'),
}

/** The fields that are stored in one way. */
export const fieldsKept = <K extends Kept>(kept: K): KeptAs<K>[] => fields[kept] as KeptAs<K>[]

/** The answers of a filing that are stored in one way. */
export const answersKept = <K extends Kept>(filing: Filing, kept: K): Pick<Filing, KeptAs<K>> =>
  Object.fromEntries(fieldsKept(kept).map((field) => [field, filing[field]])) as Pick<Filing, KeptAs<K>>

/** The sealed texts that staff read as facts of the case, with their names there. */
export const deskFacts = <K extends 'record' | 'party'>(kept: K): { field: KeptAs<K>; name: string }[] =>
  fieldsKept(kept).flatMap((field) => {
    const name = fieldRow(field).desk
    return name ? [{ field, name }] : []
  })

/** The sealed texts of the record that are printed, with their labels there. */
export const paperFacts = (): { field: KeptAs<'record'>; label: string }[] =>
  deskFacts('record').flatMap(({ field, name }) => {
    const { paper = name } = fieldRow(field)
    return paper === null ? [] : [{ field, label: paper }]
  })
