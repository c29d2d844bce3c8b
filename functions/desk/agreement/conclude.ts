import { agreementIn, type CurrentAgreement } from '#domain/agreement/current.ts'
import { signedOn } from '#domain/agreement/form-words.ts'
import { isOutdated } from '#domain/agreement/makers.ts'
import { outdated, writtenOnly } from '#domain/agreement/messages.ts'
import { readDayNear } from '#domain/basics/read-day.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { type Day, dayOf } from '#domain/basics/time.ts'
import type { MoveFailure } from '#domain/moves/failures.ts'
import { cannotUndo } from '#domain/moves/rules.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { type AgreementForm, agreementForms } from '#domain/words/agreement-forms.ts'
import type { Category } from '#domain/words/categories.ts'
import { fieldValue, type PostedForm, typedText } from '#http/form.ts'
import type { FormError } from '#ui/form/state.ts'
import type { DeskCase } from '../case/open-case.ts'
import { judgeMove } from '../moves/judge-move.ts'
import { actorOf } from '../moves/move-case.ts'
import { seenField, sureField } from '../moves/page.tsx'
import type { DeskCasePorts } from '../ports.ts'
import { agreedOnField, formField, sealedOnField, versionField } from './fields.ts'
import { type Concluded, storeConcluded } from './store-concluded.ts'

const future = (day: Day, limit: Day) => (day > limit ? 'future' : null)
const dayTexts = {
  required: '请写这个日子。',
  type: '没有这一天，或者看不懂。写成 2026-12-3 或者 12 月 3 日都行。',
  future: '这个日子还没有到。',
} as const

/** Reads how an agreement was made. Labour and medical ones are made in writing only. */
const readConcluded = (
  form: PostedForm,
  { parties }: CurrentAgreement,
  category: Category,
  today: Day,
): Result<Concluded, FormError[]> => {
  const errors: FormError[] = []
  const dayIn = (field: string): Day => {
    const read = readDayNear(typedText(form, field), today, future)
    const fault = !read.ok ? (read.error === 'future' ? 'future' : 'type') : read.value ? null : 'required'
    if (fault) errors.push({ field, text: dayTexts[fault] })
    return (read.ok && read.value) || ''
  }
  const chosen = fieldValue(form, formField)
  if (!Object.hasOwn(agreementForms, chosen)) return fail([{ field: formField, text: '请选书面还是口头。' }])
  const kind = chosen as AgreementForm
  const only = kind === 'oral' ? writtenOnly[category] : undefined
  if (only) return fail([{ field: formField, text: only }])
  if (kind === 'oral') {
    const effectiveOn = dayIn(agreedOnField)
    return errors.length > 0 ? fail(errors) : ok({ form: kind, effectiveOn })
  }
  const signed = parties.map((party) => ({ party, on: dayIn(signedOn(party)) }))
  const sealed = dayIn(sealedOnField)
  if (errors.length > 0) return fail(errors)
  const effectiveOn = [sealed, ...signed.map(({ on }) => on)].sort().at(-1) ?? sealed
  return ok({ form: kind, effectiveOn, signed })
}

/**
 * Concludes the draft of a case: the move 调解成功, with how the agreement was made and from which day on it binds.
 * @returns the faults of the form, or why the move is not open
 */
export const conclude = async (
  { store, clock }: Pick<DeskCasePorts, 'store' | 'clock'>,
  deskCase: DeskCase,
  by: StaffMember,
  form: PostedForm,
): Promise<Result<null, MoveFailure | FormError[]>> => {
  const agreement = agreementIn(deskCase.events)
  const isMade = agreement?.concluded && agreement.version === Number(fieldValue(form, versionField))
  // The button was pressed twice.
  if (isMade && deskCase.events.at(-1)?.actor === `staff:${by.id}`) return ok(null)
  const move = judgeMove('settled', deskCase, Number(fieldValue(form, seenField)))
  if (!move.ok) return move
  if (!agreement || agreement.concluded) return fail('notAgreed')
  if (agreement.version !== Number(fieldValue(form, versionField))) return fail('stale')
  if (isOutdated(deskCase.events, agreement.parties)) return fail([{ field: formField, text: outdated }])
  const at = clock()
  const read = readConcluded(form, agreement, deskCase.record.category, dayOf(at))
  const unsure = cannotUndo('settled', deskCase.standing) && fieldValue(form, sureField) !== 'true'
  if (unsure || !read.ok)
    return fail([
      ...(read.ok ? [] : read.error),
      ...(unsure ? [{ field: sureField, text: '这一步您自己撤不回来。想好了，请打勾。' }] : []),
    ])
  return storeConcluded(store, move.value, agreement, read.value, { ...actorOf(by), at })
}
