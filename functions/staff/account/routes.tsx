import { Hono } from 'hono'
import { deskActions, deskPages } from '#domain/routes/desk.ts'
import { fieldValue, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { blank, enter, type StaffAuths } from '../auth-for-request.ts'
import { newPasswordFaults } from '../passwords/new-password.ts'
import type { StaffPorts } from '../ports.ts'
import { accountForms, passwordFault } from './account-forms.tsx'

/** /desk/account: the person's own account and the actions on it. */
export const accountRoutes = (ports: StaffPorts, auths: StaffAuths): Hono => {
  const { show, withPassword } = accountForms(ports, auths)
  const app = new Hono()
  for (const action of [deskActions.password, deskActions.endSession, deskActions.endOtherSessions])
    app.get(action, (c) => seeOther(c, deskPages.account.path))

  return app
    .get(deskPages.account.path, (c) => show(c, blank, [], 200))
    .post(deskActions.password, (c) =>
      withPassword(c, 'currentPassword', async (form) => {
        const faults = newPasswordFaults(form, c.get('staff'))
        if (faults.length > 0) return show(c, form, faults)
        const [current, next] = [typedText(form, 'currentPassword'), typedText(form, 'newPassword')]
        const done = await (await auths.forRequest(c)).changePassword(
          c.get('staff').id,
          current,
          next,
          c.req.raw.headers,
        )
        return done.ok
          ? enter(c, `${deskPages.account.path}?done=password`, done.value)
          : show(c, form, [passwordFault('currentPassword', done.error)])
      }),
    )
    .post(deskActions.endSession, (c) =>
      withPassword(c, 'sessionPassword', async (form) => {
        await (await auths.forRequest(c)).endSession(fieldValue(form, 'session'), c.req.raw.headers)
        return seeOther(c, deskPages.account.path)
      }),
    )
    .post(deskActions.endOtherSessions, (c) =>
      withPassword(c, 'sessionPassword', async () => {
        const { member, sessionId } = c.get('present')
        const entry = { subject: member.id, actor: member.id, kind: 'sessions-ended' } as const
        await ports.staff.endOtherSessions(member.id, sessionId, { ...entry, at: ports.clock() })
        return seeOther(c, deskPages.account.path)
      }),
    )
}
