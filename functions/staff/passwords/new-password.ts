import { codePoints } from '#domain/basics/normalise.ts'
import { passwordLength } from '#domain/staff/bounds.ts'
import { type PostedForm, typedText } from '#http/form.ts'
import type { FieldFault } from '../auth-for-request.ts'
import { isCommon, isOwnWords } from './weak-passwords.ts'

/** Whose password it is to be: their own names are no secret. */
interface Owner {
  username: string
  name: string
}

/** No password is longer (the library counts UTF-16 units): what is, is not hashed to find that out. */
export const mayBePassword = (typed: string): boolean => typed.length <= passwordLength.most

/** What is wrong with a new password as it was typed twice. Nothing of it is normalised away but by scrypt itself. */
export const newPasswordFaults = (form: PostedForm, { username, name }: Owner): FieldFault[] => {
  const password = typedText(form, 'newPassword')
  if (!mayBePassword(password)) return [{ field: 'newPassword', message: 'tooLong' }]
  if (codePoints(password) < passwordLength.least) return [{ field: 'newPassword', message: 'tooShort' }]
  if (password.toLowerCase() === username.toLowerCase())
    return [{ field: 'newPassword', message: 'sameAsName' }]
  if (isCommon(password)) return [{ field: 'newPassword', message: 'common' }]
  if (isOwnWords(password, [username, name])) return [{ field: 'newPassword', message: 'ownWords' }]
  return typedText(form, 'again') === password ? [] : [{ field: 'again', message: 'different' }]
}
