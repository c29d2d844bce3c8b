import { type Context, Hono } from 'hono'
import { units } from '#domain/basics/bounds.ts'
import { deskActions, deskPages } from '#domain/routes/desk.ts'
import { staffLongest } from '#domain/staff/bounds.ts'
import { noticeLife } from '#domain/staff/desk-log.ts'
import { needsSecondFactor } from '#domain/staff/staff.ts'
import { deskPage } from '#http/desk-page.tsx'
import { posted, typedText } from '#http/form.ts'
import { ownedCookie } from '#http/sealed-cookie.ts'
import { seeOther } from '#http/see-other.ts'
import { accountForms } from '../account/account-forms.tsx'
import {
  blank,
  enter,
  type FieldFault,
  formProps,
  nextOf,
  type StaffAuths,
  titled,
} from '../auth-for-request.ts'
import type { StaffPorts } from '../ports.ts'
import { EnrolPage } from './page.tsx'

/** /desk/enrol: binding an authenticator. Some roles must; others may, after they have begun it on 我的. */
export const enrolRoutes = (ports: StaffPorts, auths: StaffAuths): Hono => {
  // Only this cookie holds the codes in plain text, for the longest life of a session: a reload shows the same codes.
  const paper = ownedCookie<{ codes: string[] }>(ports, 'paper-cookie', staffLongest)
  const { withPassword } = accountForms(ports, auths)

  const show = async (c: Context, faults: FieldFault[], status: 200 | 422 = 422) => {
    const { member, enrolled } = c.get('present')
    const auth = await auths.forRequest(c)
    const optional = !needsSecondFactor(member)
    const enrolling = !optional || (await auth.isEnrolling(member.id))
    const written = await paper.read(c, member.id)
    const enrolment = enrolled || !enrolling ? null : await auth.enrolment(member, written?.codes)
    if (enrolment) await paper.write(c, member.id, { codes: enrolment.paperCodes })
    if (!enrolment) return seeOther(c, enrolled ? deskPages.today.path : deskPages.account.path)
    const main = <EnrolPage enrolment={enrolment} optional={optional} {...formProps(blank, faults)} />
    return deskPage(c, { title: titled(deskPages.enrol.name, faults), current: 'enrol', main }, status)
  }

  return new Hono()
    .get(deskPages.enrol.path, (c) => show(c, [], 200))
    .post(deskPages.enrol.path, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      if (c.get('present').enrolled) return seeOther(c, deskPages.today.path)
      const typed = typedText(form.value, 'code').slice(0, units.short)
      if (typed.trim() === '') return show(c, [{ field: 'code', message: 'code' }])
      const done = await (await auths.forRequest(c)).enrol(typed, c.req.raw.headers)
      if (!done.ok) return show(c, [{ field: 'code', message: 'wrongAppCode' }])
      const notices = await ports.staff.notices(c.get('staff').id, ports.clock() - noticeLife)
      return enter(c, nextOf({ next: 'desk', told: notices.length > 0 }), done.value)
    })
    .get(deskActions.beginEnrolment, (c) => seeOther(c, deskPages.account.path))
    .post(deskActions.beginEnrolment, (c) =>
      withPassword(c, 'password', async () => {
        const auth = await auths.forRequest(c)
        const { member, enrolled, sessionId } = c.get('present')
        // The person signed in with the old factor and has just entered the password again.
        if (enrolled) {
          const entry = { subject: member.id, actor: member.id, kind: 'factor-removed' } as const
          await ports.staff.removeFactor(member.id, { ...entry, at: ports.clock() }, sessionId)
        }
        // Each attempt starts with a new secret, in case another person saw the earlier one.
        await auth.cancelEnrolment(member.id)
        await auth.enrolment(c.get('staff'))
        return seeOther(c, deskPages.enrol.path)
      }),
    )
}
