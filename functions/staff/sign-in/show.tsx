import type { Context } from 'hono'
import { deskPages } from '#domain/routes/desk.ts'
import { cameFrom } from '#http/came-from.ts'
import { deskPage } from '#http/desk-page.tsx'
import type { PostedForm } from '#http/form.ts'
import { type FieldFault, formProps, titled } from '../auth-for-request.ts'
import { SignInPage } from './page.tsx'

/** Answers with the sign-in form, also when a failed second step has to start again. */
export const showSignIn = (
  c: Context,
  form: PostedForm,
  faults: FieldFault[],
  status: 200 | 403 | 415 | 422 = 422,
) => {
  const title = titled(deskPages.signIn.name, faults)
  // Signed in, led on, and led back: there is no session.
  const returned = status === 200 && cameFrom(c, [deskPages.signIn.path, deskPages.code.path])
  const main = <SignInPage {...formProps(form, faults)} returned={returned} />
  return deskPage(c, { title, current: null, main }, status)
}
