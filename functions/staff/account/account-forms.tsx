import type { Context } from 'hono'
import { deskPages } from '#domain/routes/desk.ts'
import { logReach } from '#domain/staff/areas.ts'
import { noticeLife, ownLogRows } from '#domain/staff/desk-log.ts'
import { deskPage } from '#http/desk-page.tsx'
import { type PostedForm, posted, typedText } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import type { AuthFault } from '../auth/better-auth.ts'
import { type FieldFault, formProps, type StaffAuths, titled } from '../auth-for-request.ts'
import { rowsFor } from '../log/for-reader.ts'
import { namesIn } from '../log/names-in.ts'
import { mayBePassword } from '../passwords/new-password.ts'
import type { StaffPorts } from '../ports.ts'
import { Notices } from './notices.tsx'
import { OwnLog } from './own-log.tsx'
import { AccountPage } from './page.tsx'

/** The fault of a password that was asked for again before a change. */
export const passwordFault = (field: string, fault: AuthFault): FieldFault => ({
  field,
  message: fault === 'tooMany' ? 'tooManyPasswords' : 'wrongPassword',
})

/** Shared by the forms on 我的: showing the page again, and checking the password once more. */
export const accountForms = (ports: StaffPorts, auths: StaffAuths) => {
  const show = async (c: Context, form: PostedForm, faults: FieldFault[], status: 200 | 422 = 422) => {
    const { member, enrolled, sessionId } = c.get('present')
    const auth = await auths.forRequest(c)
    const { staff, clock } = ports
    const account = await staff.account(member.id)
    const log = await rowsFor(ports, member, await staff.ownLog(member.id, ownLogRows))
    const notices = await staff.notices(member.id, clock() - noticeLife)
    const names = await namesIn(ports, [...log, ...notices])
    const main = (
      <AccountPage
        member={member}
        enrolled={enrolled}
        {...formProps(form, faults)}
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

  /** Reads a form and checks the password in it before the action runs. */
  const withPassword = async (
    c: Context,
    field: string,
    work: (form: PostedForm) => Promise<Response>,
  ): Promise<Response> => {
    const read = await posted(c)
    if (!read.ok) return read.error
    const form = read.value
    const typed = typedText(form, field)
    if (!mayBePassword(typed)) return show(c, form, [passwordFault(field, 'password')])
    if (typed === '') return show(c, form, [{ field, message: 'password' }])
    const right = await (await auths.forRequest(c)).isPassword(c.get('staff').id, typed)
    return right.ok ? work(form) : show(c, form, [passwordFault(field, right.error)])
  }

  return { show, withPassword }
}
