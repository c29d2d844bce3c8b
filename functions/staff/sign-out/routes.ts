import { Hono } from 'hono'
import { deskActions, deskPages } from '#domain/routes/desk.ts'
import { posted } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { enter, type StaffAuths } from '../auth-for-request.ts'

/** /desk/sign-out: the button is on every page of the desk. */
export const signOutRoutes = (auths: StaffAuths): Hono =>
  new Hono()
    .get(deskActions.signOut, (c) => seeOther(c, deskPages.today.path))
    .post(deskActions.signOut, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const cookies = await (await auths.forRequest(c)).signOut(c.get('staff').id, c.req.raw.headers)
      return enter(c, deskPages.signIn.path, cookies)
    })
