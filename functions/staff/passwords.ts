import { codePoints } from '../domain/normalise.ts'
import { passwordLength } from '../domain/staff-limits.ts'
import { fieldValue, type PostedForm } from '../http/form.ts'
import type { FieldFault } from './door.ts'

/** What is wrong with a new password as it was typed twice. Nothing of it is normalised away but by scrypt itself. */
export const newPasswordFaults = (form: PostedForm, username: string): FieldFault[] => {
  const password = fieldValue(form, 'newPassword')
  const length = codePoints(password)
  if (length < passwordLength.least) return [{ field: 'newPassword', message: 'tooShort' }]
  // The library counts UTF-16 units.
  if (password.length > passwordLength.most) return [{ field: 'newPassword', message: 'tooLong' }]
  if (password.toLowerCase() === username.toLowerCase())
    return [{ field: 'newPassword', message: 'sameAsName' }]
  return fieldValue(form, 'again') === password ? [] : [{ field: 'again', message: 'different' }]
}
