import { type Context, Hono } from 'hono'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { fieldValue, type PostedForm, posted, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import {
  blank,
  enter,
  type FieldFault,
  formProps,
  nextOf,
  type StaffAuths,
  titled,
} from '../auth-for-request.ts'
import { newPasswordFaults } from '../passwords/new-password.ts'
import { InviteGonePage, InvitePage } from './page.tsx'

/** /desk/invite/<token>: a GET does not use the link, because messengers fetch links before people open them. */
export const inviteRoutes = (auths: StaffAuths): Hono => {
  const gone = (c: Context) =>
    deskPage(c, { title: '链接不能用了', current: null, main: <InviteGonePage /> }, 410)

  const show = (
    c: Context,
    token: string,
    username: string,
    form: PostedForm,
    faults: FieldFault[],
    status: 200 | 422,
  ) => {
    const main = <InvitePage token={token} username={username} {...formProps(form, faults)} />
    return deskPage(c, { title: titled(deskPages.invite.name, faults), current: null, main }, status)
  }

  return new Hono()
    .get(deskPages.invite.path, (c) => seeOther(c, deskPages.signIn.path))
    .get(`${deskPages.invite.path}/:token`, async (c) => {
      const token = c.req.param('token')
      const holder = await (await auths.forRequest(c)).holder(token)
      return holder ? show(c, token, holder.username, blank, [], 200) : gone(c)
    })
    .post(deskPages.invite.path, async (c) => {
      const read = await posted(c)
      if (!read.ok) return read.error
      const form = read.value
      const token = fieldValue(form, 'token')
      const auth = await auths.forRequest(c)
      const holder = await auth.holder(token)
      if (!holder) return gone(c)
      const faults = newPasswordFaults(form, holder)
      if (faults.length > 0) return show(c, token, holder.username, form, faults, 422)
      const password = typedText(form, 'newPassword')
      const done = await auth.accept(token, password, c.req.raw.headers)
      if (done.ok) return enter(c, nextOf(done.value), done.value.cookies)
      // A concurrent request used the link, or the person was deactivated.
      return gone(c)
    })
}
