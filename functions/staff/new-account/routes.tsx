import { type Context, Hono } from 'hono'
import { deskPages } from '#domain/routes/desk.ts'
import { unitsBelow } from '#domain/staff/areas.ts'
import { deskPage } from '#http/desk-page.tsx'
import { type PostedForm, posted, typedText } from '#http/form.ts'
import type { AccountStore } from '#store/ports/staff/accounts.ts'
import { blank, type FieldFault, formProps, type StaffAuths, titled } from '../auth-for-request.ts'
import { createAccount } from '../people/accounts.ts'
import { showLink } from '../person/link-cookie.ts'
import type { StaffPorts } from '../ports.ts'
import { NewStaffPage } from './page.tsx'

const show = (c: Context, form: PostedForm, faults: FieldFault[], status: 200 | 403 | 415 | 422 = 422) => {
  const main = <NewStaffPage {...formProps(form, faults)} units={unitsBelow(c.get('staff').unit)} />
  return deskPage(c, { title: titled(deskPages.newStaff.name, faults), current: 'staff', main }, status)
}

/** /desk/staff/new: creates an account. */
export const newAccountRoutes = (ports: StaffPorts<AccountStore>, auths: StaffAuths): Hono =>
  new Hono()
    .get(deskPages.newStaff.path, (c) => show(c, blank, [], 200))
    .post(deskPages.newStaff.path, async (c) => {
      const form = await posted(c, (typed, { refusal, status }) =>
        show(c, typed, [{ field: 'name', message: refusal }], status),
      )
      if (!form.ok) return form.error
      const field = (name: string) => typedText(form.value, name)
      const account = await createAccount(await auths.forRequest(c), c.get('staff'), field)
      return account.ok
        ? showLink(ports, c, account.value.id, account.value.token)
        : show(c, form.value, account.error)
    })
