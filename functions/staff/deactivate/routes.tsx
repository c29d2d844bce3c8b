import { type Context, Hono } from 'hono'
import { staffPath } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { fieldValue, type PostedForm } from '#http/form.ts'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import type { AccountStore, StaffAccount } from '#store/ports/staff/accounts.ts'
import { type FieldFault, formProps, titled } from '../auth-for-request.ts'
import { accountForRequest } from '../people/account-for-request.ts'
import { deactivateAccount } from '../people/accounts.ts'
import type { StaffPorts } from '../ports.ts'
import { toUnit } from '../ui/reassign-select.tsx'
import { DeactivatePage } from './page.tsx'

/** /desk/staff/<id>/deactivate: deactivates an account and transfers its open cases. */
export const deactivateRoutes = (ports: StaffPorts<AccountStore>): Hono => {
  const { change, colleaguesOf, heir, named } = accountForRequest(ports)

  const show = async (
    c: Context,
    person: StaffAccount,
    form: PostedForm,
    faults: FieldFault[],
    status: 200 | 422 = 422,
  ) => {
    const colleagues = await colleaguesOf(person)
    const main = <DeactivatePage person={person} colleagues={colleagues} {...formProps(form, faults)} />
    return deskPage(c, { title: titled(`停用${person.name}的账号`, faults), current: 'staff', main }, status)
  }

  return new Hono()
    .get(staffPath(':id', 'deactivate'), async (c) => {
      const account = await named(c)
      if (!account || account.id === c.get('staff').id) return refuse(c, 'notFound')
      return show(c, account, new Map([['to', [toUnit]]]), [], 200)
    })
    .post(
      staffPath(':id', 'deactivate'),
      change(async (c, account, form, by) => {
        const to = await heir(account, form)
        const faults: FieldFault[] = []
        if (to === undefined) faults.push({ field: 'to', message: 'colleague' })
        if (fieldValue(form, 'confirm') !== 'true')
          faults.push({ field: 'confirm', message: 'confirmDeactivate' })
        if (to === undefined || faults.length > 0) return show(c, account, form, faults)
        await deactivateAccount(ports, by, account, to)
        return seeOther(c, `${staffPath(account.id)}?done=deactivated`)
      }),
    )
}
