import { units } from '#domain/basics/bounds.ts'
import { normaliseCaseNumber } from '#domain/basics/normalise.ts'
import { isCaseNumber } from '#domain/filing/case-number.ts'
import { type BatchKind, batchKinds, batchMove, fieldOfCase, mostInBatch } from '#domain/moves/batch.ts'
import type { MoveField } from '#domain/moves/fields.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { fieldValue, type PostedForm } from '#http/form.ts'
import type { Attempt } from '../moves/attempt.ts'
import { seenField } from '../moves/page.tsx'

/** Names in the form of a batch: the move, the chosen cases, and for each case what it shows and asks (`caseField` is one of them). */

export const kindField = 'kind'

/** The move of a batch, or undefined if no batch makes it. */
export const batchKindOf = (value: string): BatchKind | undefined => batchKinds.find((kind) => kind === value)

/** The chosen case numbers, each once, no more than a batch may have; others are left out. */
export const chosenNumbers = (values: readonly string[]): string[] =>
  [...new Set(values.map((value) => normaliseCaseNumber(value.slice(0, units.short))))]
    .filter(isCaseNumber)
    .slice(0, mostInBatch)

/** The values that nobody has typed yet: what each case's own field is filled in with. */
export const filledFields = (
  kind: BatchKind,
  lines: readonly { number: string; filled?: string | undefined }[],
): Record<string, string | undefined> => {
  const { own } = batchMove(kind)
  return own ? Object.fromEntries(lines.map(({ number, filled }) => [fieldOfCase(own, number), filled])) : {}
}

/** One case of a posted batch, as the form of its own move would have posted it. */
export const attemptOf = (form: PostedForm, kind: BatchKind, number: string, by: StaffMember): Attempt => {
  const { own } = batchMove(kind)
  return {
    ...{ by, number, kind, sure: false },
    seen: Number(fieldValue(form, fieldOfCase(seenField, number))),
    values: (field: MoveField) => form.get(field === own ? fieldOfCase(field, number) : field) ?? [],
  }
}
