import type { Context } from 'hono'
import type { StaffMember } from '#domain/staff/staff.ts'
import { fieldValue, type PostedForm, readForm } from '#http/form.ts'
import { refuse } from '#http/refusals.tsx'
import type { AccountStore, StaffAccount } from '#store/ports/staff/accounts.ts'
import type { StaffPorts } from '../ports.ts'
import { toUnit } from '../ui/hand-over-select.tsx'
import { findAccount } from './accounts.ts'

/** What the pages of one person share: whose account an address names, and who may take their cases over. */
export const accountForRequest = (ports: StaffPorts<AccountStore>) => {
  const colleaguesOf = async (account: StaffAccount) =>
    (await ports.staff.colleagues(account.unit)).filter(({ id }) => id !== account.id)

  /** One of the admin's accounts by its address; null where it is none of theirs. */
  const named = async (c: Context): Promise<StaffAccount | null> =>
    findAccount(ports, c.get('staff'), c.req.param('id') ?? '')

  return {
    colleaguesOf,
    named,

    /** To whom cases go: a colleague, the unit (null), or undefined for what stands in no list. */
    async heir(account: StaffAccount, form: PostedForm): Promise<string | null | undefined> {
      const to = fieldValue(form, 'to')
      if (to === toUnit) return null
      return (await colleaguesOf(account)).find(({ id }) => id === to)?.id
    },

    /** The handler of a posted change; never of the admin's own account. */
    change:
      (work: (c: Context, account: StaffAccount, form: PostedForm, by: StaffMember) => Promise<Response>) =>
      async (c: Context): Promise<Response> => {
        const posted = await readForm(c)
        if (!posted.ok) return refuse(c, posted.error.kind)
        const account = await named(c)
        if (!account || account.id === c.get('staff').id) return refuse(c, 'notFound')
        return work(c, account, posted.value, c.get('staff'))
      },
  }
}
