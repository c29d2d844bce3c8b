import { Hono } from 'hono'
import { units } from '#domain/basics/bounds.ts'
import { normaliseWidth } from '#domain/basics/normalise.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { posted, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import type { AuthFault } from '../auth/better-auth.ts'
import { blank, enter, type FieldFault, isSignedIn, nextOf, type StaffAuths } from '../auth-for-request.ts'
import { mayBePassword } from '../passwords/new-password.ts'
import { showSignIn } from './show.tsx'

const signInFault = (fault: AuthFault): FieldFault => {
  if (fault === 'tooMany') return { field: 'password', message: 'tooManyPasswords' }
  return { field: 'password', message: 'wrongPair' }
}

/** /desk/sign-in: the first step of signing in. */
export const signInRoutes = (auths: StaffAuths): Hono =>
  new Hono()
    .get(deskPages.signIn.path, async (c) =>
      (await isSignedIn(auths, c)) ? seeOther(c, deskPages.today.path) : showSignIn(c, blank, [], 200),
    )
    .post(deskPages.signIn.path, async (c) => {
      const read = await posted(c, (typed, { refusal, status }) =>
        showSignIn(c, typed, [{ field: 'username', message: refusal }], status),
      )
      if (!read.ok) return read.error
      const form = read.value
      const name = normaliseWidth(typedText(form, 'username').slice(0, units.short))
      const password = typedText(form, 'password')
      const empty: FieldFault[] = []
      if (name === '') empty.push({ field: 'username', message: 'username' })
      if (password === '') empty.push({ field: 'password', message: 'password' })
      if (empty.length > 0) return showSignIn(c, form, empty)
      if (!mayBePassword(password)) return showSignIn(c, form, [signInFault('refused')])
      const auth = await auths.forRequest(c)
      const done = await auth.signIn(name, password, auths.addressOf(c), c.req.raw.headers)
      return done.ok
        ? enter(c, nextOf(done.value), done.value.cookies)
        : showSignIn(c, form, [signInFault(done.error)])
    })
