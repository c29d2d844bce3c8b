import { type Context, Hono } from 'hono'
import { units } from '#domain/basics/bounds.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { posted, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import type { AuthFault } from '../auth/better-auth.ts'
import {
  blank,
  enter,
  type FieldFault,
  formProps,
  isSignedIn,
  nextOf,
  type StaffAuths,
  titled,
} from '../auth-for-request.ts'
import { showSignIn } from '../sign-in/show.tsx'
import { CodePage } from './page.tsx'

const codeFault = (fault: AuthFault): FieldFault => {
  if (fault === 'tooMany') return { field: 'code', message: 'tooManyCodes' }
  return { field: 'code', message: 'wrongCode' }
}

const showCode = (c: Context, faults: FieldFault[], status: 200 | 422 = 422) => {
  const title = titled(deskPages.code.name, faults)
  return deskPage(c, { title, current: null, main: <CodePage {...formProps(blank, faults)} /> }, status)
}

/** /desk/code: the second step of signing in. */
export const codeRoutes = (auths: StaffAuths): Hono =>
  new Hono()
    .get(deskPages.code.path, async (c) => {
      if (await isSignedIn(auths, c)) return seeOther(c, deskPages.today.path)
      const challenged = await (await auths.forRequest(c)).challenged(c.req.raw.headers)
      return challenged ? showCode(c, [], 200) : seeOther(c, deskPages.signIn.path)
    })
    .post(deskPages.code.path, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      if (await isSignedIn(auths, c)) return seeOther(c, deskPages.today.path)
      const typed = typedText(form.value, 'code').slice(0, units.short)
      if (typed.trim() === '') return showCode(c, [{ field: 'code', message: 'code' }])
      const done = await (await auths.forRequest(c)).confirm(typed, c.req.raw.headers)
      if (done.ok) return enter(c, nextOf({ next: 'desk', ...done.value }), done.value.cookies)
      if (done.error === 'noChallenge') return seeOther(c, deskPages.signIn.path)
      if (done.error === 'replayed') return showSignIn(c, blank, [{ field: 'username', message: 'replayed' }])
      return showCode(c, [codeFault(done.error)])
    })
