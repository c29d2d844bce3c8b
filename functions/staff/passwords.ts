import { codePoints } from '../domain/normalise.ts'
import { passwordLength } from '../domain/staff-limits.ts'
import { fieldValue, type PostedForm } from '../http/form.ts'
import type { FieldFault } from './door.ts'
import { isCommon, isOwnWords } from './weak-passwords.ts'

/** Whose password it is to be: their own names are no secret. */
interface Owner {
  username: string
  name: string
}

/** What is wrong with a new password as it was typed twice. Nothing of it is normalised away but by scrypt itself. */
export const newPasswordFaults = (form: PostedForm, { username, name }: Owner): FieldFault[] => {
  const password = fieldValue(form, 'newPassword')
  const length = codePoints(password)
  if (length < passwordLength.least) return [{ field: 'newPassword', message: 'tooShort' }]
  // The library counts UTF-16 units.
  if (password.length > passwordLength.most) return [{ field: 'newPassword', message: 'tooLong' }]
  if (password.toLowerCase() === username.toLowerCase())
    return [{ field: 'newPassword', message: 'sameAsName' }]
  if (isCommon(password)) return [{ field: 'newPassword', message: 'common' }]
  if (isOwnWords(password, [username, name])) return [{ field: 'newPassword', message: 'ownWords' }]
  return fieldValue(form, 'again') === password ? [] : [{ field: 'again', message: 'different' }]
}
