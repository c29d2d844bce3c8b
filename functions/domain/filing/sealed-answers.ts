import * as z from 'zod/mini'
import { contactFields, contactFlags } from './contact.ts'
import { type Filing, type FilingField, fieldRow, type fieldTable } from './fields.ts'
import { fieldsKept, type KeptAs } from './kept-fields.ts'

/**
 * The answers of a filing as they are sealed, from the table of fields: a new field is readable without an edit here.
 * The shapes have no bounds: an answer stays readable if a bound becomes smaller later.
 */

type Scope = 'record' | 'party'
type Schema<F extends FilingField> = (typeof fieldTable)[F]['schema']
type MayBeAbsent<F extends FilingField> = undefined extends z.input<Schema<F>> ? F : never

export type SealedAnswers<S extends Scope> = {
  [F in Exclude<KeptAs<S>, MayBeAbsent<KeptAs<S>>>]: Filing[F]
} & { [F in MayBeAbsent<KeptAs<S>>]?: Filing[F] | undefined }

const contact = z.object(
  Object.fromEntries(
    contactFields.map((field) => [
      field,
      contactFlags.includes(field) ? z.boolean() : z.optional(z.string()),
    ]),
  ),
)

const shapeOf = (field: FilingField): z.ZodMiniType => {
  const { kind } = fieldRow(field).input
  if (kind === 'contact') return contact
  return kind === 'checkbox' ? z.boolean() : z.string()
}

const sealed = (field: FilingField): z.ZodMiniType => {
  const mayBeAbsent = z.safeParse(fieldRow(field).schema, undefined).success
  return mayBeAbsent ? z.optional(shapeOf(field)) : shapeOf(field)
}

/** Reads the answers sealed in one scope; properties that are no field are dropped. */
export const sealedAnswers = <S extends Scope>(scope: S) =>
  z.object(
    Object.fromEntries(fieldsKept(scope).map((field) => [field, sealed(field)])),
  ) as unknown as z.ZodMiniType<SealedAnswers<S>>
