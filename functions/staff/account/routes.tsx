import { type Context, Hono } from 'hono'
import { deskActions, deskPages } from '#domain/routes/site.ts'
import { logReach } from '#domain/staff/areas.ts'
import { shownLife } from '#domain/staff/bounds.ts'
import { noticeLife, ownLogRows } from '#domain/staff/desk-log.ts'
import { deskPage, seeOther } from '#http/answers.ts'
import { fieldValue, type PostedForm, readForm, typedText } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import { refuse } from '#http/refusals.tsx'
import { ownedCookie } from '#http/sealed-cookie.ts'
import type { AccountStore } from '#store/ports/staff/accounts.ts'
import type { EntryStore } from '#store/ports/staff/entry.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { FactorStore } from '#store/ports/staff/second-factor.ts'
import type { AuthFault } from '../auth/library.ts'
import { blank, type Door, enter, type FieldFault, formProps, titled } from '../auth-for-request.ts'
import { PaperCodesPage } from '../enrol/page.tsx'
import { Notices, OwnLog } from '../log/page.tsx'
import { namesIn } from '../log/routes.tsx'
import { mayBePassword, newPasswordFaults } from '../passwords/new-password.ts'
import type { StaffPorts } from '../ports.ts'
import { AccountPage } from './page.tsx'

const passwordFault = (field: string, fault: AuthFault): FieldFault => ({
  field,
  message: fault === 'tooMany' ? 'tooManyPasswords' : 'wrongPassword',
})

/** /desk/account and what is done there to one's own account. */
type AccountPageStore = Pick<AccountStore, 'account' | 'names'> &
  Pick<LogStore, 'ownLog' | 'notices'> &
  Pick<EntryStore, 'endOtherSessions'> &
  Pick<FactorStore, 'removeFactor'>

export const accountRoutes = (ports: StaffPorts<AccountPageStore>, door: Door): Hono => {
  /** Lets its holder see what was just made, for some minutes. */
  const shown = ownedCookie<{ codes: string[] }>(ports, 'paper-cookie', shownLife)

  const show = async (c: Context, form: PostedForm, faults: FieldFault[], status: 200 | 422 = 422) => {
    const { member, enrolled, sessionId } = c.get('present')
    const auth = await door.auth(c)
    const { staff, clock } = ports
    const account = await staff.account(member.id)
    const log = await staff.ownLog(member.id, ownLogRows)
    const notices = await staff.notices(member.id, clock() - noticeLife)
    const names = await namesIn(ports, [...log, ...notices])
    const main = (
      <AccountPage
        {...{ member, enrolled, ...formProps(form, faults) }}
        publishedName={account?.publishedName ?? null}
        sessions={await auth.sessions(c.req.raw.headers)}
        here={sessionId}
        notices={<Notices lines={notices} names={names} />}
        log={<OwnLog lines={log} names={names} />}
        seesLog={logReach(member) !== undefined}
        done={queryValue(c, 'done') === 'password' ? '密码改好了，其他设备都已退出。' : undefined}
      />
    )
    return deskPage(c, { title: titled(deskPages.account.name, faults), current: 'account', main }, status)
  }

  /** Reads a form and asks for the password in it once more. */
  const withPassword = async (
    c: Context,
    field: string,
    work: (form: PostedForm) => Promise<Response>,
  ): Promise<Response> => {
    const posted = await readForm(c)
    if (!posted.ok) return refuse(c, posted.error.kind)
    const form = posted.value
    const typed = typedText(form, field)
    if (!mayBePassword(typed)) return show(c, form, [passwordFault(field, 'password')])
    if (typed === '') return show(c, form, [{ field, message: 'password' }])
    const right = await (await door.auth(c)).isPassword(c.get('staff').id, typed)
    return right.ok ? work(form) : show(c, form, [passwordFault(field, right.error)])
  }

  const app = new Hono()
  for (const action of [
    deskActions.password,
    deskActions.endSession,
    deskActions.endOtherSessions,
    deskActions.newPaperCodes,
  ])
    app.get(action, (c) => seeOther(c, deskPages.account.path))

  return app
    .get(deskPages.account.path, (c) => show(c, blank, [], 200))
    .post(deskActions.password, (c) =>
      withPassword(c, 'currentPassword', async (form) => {
        const faults = newPasswordFaults(form, c.get('staff'))
        if (faults.length > 0) return show(c, form, faults)
        const [current, next] = [typedText(form, 'currentPassword'), typedText(form, 'newPassword')]
        const done = await (await door.auth(c)).changePassword(
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
        await (await door.auth(c)).endSession(fieldValue(form, 'session'), c.req.raw.headers)
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
    .post(deskActions.beginEnrolment, (c) =>
      withPassword(c, 'password', async () => {
        const auth = await door.auth(c)
        const { member, enrolled, sessionId } = c.get('present')
        // This session came in with the old factor, and the password was asked for once more.
        if (enrolled) {
          const entry = { subject: member.id, actor: member.id, kind: 'factor-removed' } as const
          await ports.staff.removeFactor(member.id, { ...entry, at: ports.clock() }, sessionId)
        }
        // Begun anew each time: a secret that somebody else saw is worth nothing.
        await auth.cancelEnrolment(member.id)
        await auth.enrolment(c.get('staff'))
        return seeOther(c, deskPages.enrol.path)
      }),
    )
    .post(deskActions.newPaperCodes, (c) =>
      withPassword(c, 'password', async () => {
        const { member, enrolled } = c.get('present')
        if (!enrolled) return seeOther(c, deskPages.account.path)
        const codes = await (await door.auth(c)).renewPaperCodes(member.id)
        await shown.write(c, member.id, { codes })
        return seeOther(c, deskPages.paperCodes.path)
      }),
    )
    .get(deskPages.paperCodes.path, async (c) => {
      const { id } = c.get('staff')
      const kept = await shown.read(c, id)
      if (!kept) return seeOther(c, deskPages.account.path)
      const main = <PaperCodesPage codes={kept.codes} />
      return deskPage(c, { title: deskPages.paperCodes.name, current: 'account', main })
    })
}
