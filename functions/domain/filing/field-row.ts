import type * as z from 'zod/mini'
import type { Track } from '#domain/words/tracks.ts'
import type { FaultCode } from './schema.ts'

/** The columns of the table of fields. */

interface FieldOption {
  value: string
  name: string
  note?: string
}

/** The texts of a field in one form; without a label, the label of the row is used. */
interface Asked {
  label?: string
  hint?: string
  rows?: number
  optional?: boolean
}

type FieldInput =
  | { kind: 'radios'; options: () => FieldOption[] }
  /** `none`: what the list says while nothing is chosen, if that is an answer too. */
  | { kind: 'select'; options: () => FieldOption[]; none?: string }
  | { kind: 'region' | 'contact' | 'text-area' }
  | { kind: 'text' }
  | { kind: 'checkbox'; note?: string }

/** How an answer is stored: as a plain fact of the event, or sealed under the key of the record or of the person. */
export type Kept = 'plain' | 'record' | 'party'

/**
 * What a browser may fill in, if the person writes about themselves (HTML autofill detail tokens, WCAG 1.3.5). There is
 * no `off`: browsers empty such a control after Back or a reload, while they keep the radio buttons beside it.
 */
export type Autofill = 'name' | 'tel' | 'street-address'

export interface FieldRow {
  schema: z.ZodMiniType
  /** Name of the field on the check page and in its errors. */
  label: string
  /** Longest answer, in code points. */
  max?: number
  kept: readonly Kept[]
  input: FieldInput
  /** In the form of residents; the form of staff is about somebody else. Absent: the browser knows no such answer. */
  autocomplete?: Autofill
  /** Texts in the form of residents. */
  form: Asked
  /** Texts in the form of staff; null if it does not ask the field. */
  register: Asked | null
  /** Name of the sealed text among the facts that staff read. */
  desk?: string
  /** Label of that text on paper, if it is another; empty for a text without a label, null if it is not printed. */
  paper?: string | null
  /** Formats the answer for the check page; absent means as typed. */
  shown?: (value: never) => string
  /** Tracks on which the field must not be given. */
  notOn?: readonly Track[]
  /** Tracks on which an optional field must be given. */
  requiredOn?: readonly Track[]
  /** Error texts specific to the field. */
  faults?: Partial<Record<FaultCode, string>>
  /** Description in the OpenAPI document. */
  api?: string
}
