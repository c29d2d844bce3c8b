import { codePoints } from '#domain/basics/normalise.ts'
import { passwordLength } from '#domain/staff/bounds.ts'
import { type PostedForm, typedText } from '#http/form.ts'
import type { FieldFault } from '../auth-for-request.ts'
import { isCommon, isOwnWords } from './weak-passwords.ts'

/** The future owner of the password; their username and name must not make up the password. */
interface Owner {
  username: string
  name: string
}

/** False if the text is too long for a password (the library counts UTF-16 units): such text is not hashed. */
export const mayBePassword = (typed: string): boolean => typed.length <= passwordLength.most

/** Checks a new password that was typed twice; returns its faults. Only scrypt.ts normalises the password. */
export const newPasswordFaults = (form: PostedForm, { username, name }: Owner): FieldFault[] => {
  const password = typedText(form, 'newPassword')
  if (!mayBePassword(password)) return [{ field: 'newPassword', message: 'tooLong' }]
  if (codePoints(password.trim()) < passwordLength.least)
    return [{ field: 'newPassword', message: 'tooShort' }]
  if (password.trim().toLowerCase() === username.toLowerCase())
    return [{ field: 'newPassword', message: 'sameAsName' }]
  if (isCommon(password.trim())) return [{ field: 'newPassword', message: 'common' }]
  if (isOwnWords(password, [username, name])) return [{ field: 'newPassword', message: 'ownWords' }]
  return typedText(form, 'again').trim() === password.trim() ? [] : [{ field: 'again', message: 'different' }]
}
