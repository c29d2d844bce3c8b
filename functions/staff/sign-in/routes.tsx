import { type Context, Hono } from 'hono'
import { units } from '#domain/basics/bounds.ts'
import { normaliseWidth } from '#domain/basics/normalise.ts'
import { refusals } from '#domain/filing/messages.ts'
import { deskActions, deskPages } from '#domain/routes/site.ts'
import { deskPage, seeOther } from '#http/answers.ts'
import { type PostedForm, readForm, typedText } from '#http/form.ts'
import { refuse } from '#http/refusals.tsx'
import type { AuthFault } from '../auth/library.ts'
import { blank, type Door, enter, type FieldFault, formProps, nextOf, titled } from '../auth-for-request.ts'
import { mayBePassword } from '../passwords/new-password.ts'
import { CodePage, SignInPage } from './page.tsx'

const signInFault = (fault: AuthFault): FieldFault => {
  if (fault === 'tooMany') return { field: 'password', message: 'tooManyPasswords' }
  return { field: 'password', message: 'wrongPair' }
}

const codeFault = (fault: AuthFault): FieldFault => {
  if (fault === 'tooMany') return { field: 'code', message: 'tooManyCodes' }
  return { field: 'code', message: 'wrongCode' }
}

/** /desk/sign-in, /desk/code, /desk/sign-out. */
export const signInRoutes = (door: Door): Hono => {
  const showSignIn = (c: Context, form: PostedForm, faults: FieldFault[], status: 200 | 422 = 422) => {
    const title = titled(deskPages.signIn.name, faults)
    return deskPage(c, { title, current: null, main: <SignInPage {...formProps(form, faults)} /> }, status)
  }
  const showCode = (c: Context, faults: FieldFault[], status: 200 | 422 = 422) => {
    const title = titled(deskPages.code.name, faults)
    return deskPage(c, { title, current: null, main: <CodePage {...formProps(blank, faults)} /> }, status)
  }
  const isIn = async (c: Context) => (await (await door.auth(c)).current(c.req.raw.headers)) !== null

  return new Hono()
    .get(deskPages.signIn.path, async (c) =>
      (await isIn(c)) ? seeOther(c, deskPages.today.path) : showSignIn(c, blank, [], 200),
    )
    .post(deskPages.signIn.path, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok && posted.error.kind === 'origin') {
        const { state } = formProps(posted.error.form, [])
        const errors = [{ field: 'username', text: refusals.origin.text }]
        return deskPage(
          c,
          {
            title: `错误：${deskPages.signIn.name}`,
            current: null,
            main: <SignInPage {...{ state, errors }} />,
          },
          403,
        )
      }
      if (!posted.ok) return refuse(c, posted.error.kind)
      const form = posted.value
      const name = normaliseWidth(typedText(form, 'username').slice(0, units.short))
      const password = typedText(form, 'password')
      const empty: FieldFault[] = []
      if (name === '') empty.push({ field: 'username', message: 'username' })
      if (password === '') empty.push({ field: 'password', message: 'password' })
      if (empty.length > 0) return showSignIn(c, form, empty)
      if (!mayBePassword(password)) return showSignIn(c, form, [signInFault('refused')])
      const auth = await door.auth(c)
      const done = await auth.signIn(name, password, door.address(c), c.req.raw.headers)
      return done.ok
        ? enter(c, nextOf(done.value), done.value.cookies)
        : showSignIn(c, form, [signInFault(done.error)])
    })
    .get(deskPages.code.path, async (c) => {
      if (await isIn(c)) return seeOther(c, deskPages.today.path)
      const begun = await (await door.auth(c)).challenged(c.req.raw.headers)
      return begun ? showCode(c, [], 200) : seeOther(c, deskPages.signIn.path)
    })
    .post(deskPages.code.path, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      if (await isIn(c)) return seeOther(c, deskPages.today.path)
      const typed = typedText(posted.value, 'code').slice(0, units.short)
      if (typed.trim() === '') return showCode(c, [{ field: 'code', message: 'code' }])
      const done = await (await door.auth(c)).confirm(typed, c.req.raw.headers)
      if (done.ok) return enter(c, nextOf({ next: 'desk', ...done.value }), done.value.cookies)
      if (done.error === 'noChallenge') return seeOther(c, deskPages.signIn.path)
      if (done.error === 'replayed') return showSignIn(c, blank, [{ field: 'username', message: 'replayed' }])
      return showCode(c, [codeFault(done.error)])
    })
    .get(deskActions.signOut, (c) => seeOther(c, deskPages.today.path))
    .post(deskActions.signOut, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const cookies = await (await door.auth(c)).signOut(c.get('staff').id, c.req.raw.headers)
      return enter(c, deskPages.signIn.path, cookies)
    })
}
