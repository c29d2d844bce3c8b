import type { Context } from 'hono'
import type { StaffMember } from '#domain/staff/staff.ts'
import { fieldValue, type PostedForm, posted } from '#http/form.ts'
import { showLostForm, showNotTaken } from '#http/lost-form.tsx'
import { type NotTaken, refuse } from '#http/refusals.tsx'
import type { AccountStore, StaffAccount } from '#store/ports/staff/accounts.ts'
import type { StaffPorts } from '../ports.ts'
import { toUnit } from '../ui/reassign-select.tsx'
import { findAccount } from './accounts.ts'

/** Shared by the pages about one person: the account that a path names, and who may take over its cases. */
export const accountForRequest = (ports: StaffPorts<AccountStore>) => {
  const colleaguesOf = async (account: StaffAccount) =>
    (await ports.staff.colleagues(account.unit)).filter(({ id }) => id !== account.id)

  /** The account that the path names; null if this admin does not keep it. */
  const named = async (c: Context): Promise<StaffAccount | null> =>
    findAccount(ports, c.get('staff'), c.req.param('id') ?? '')

  return {
    colleaguesOf,
    named,

    /** Who takes over the cases: a colleague's id, null for the unit, or undefined for a value that is not offered. */
    async heir(account: StaffAccount, form: PostedForm): Promise<string | null | undefined> {
      const to = fieldValue(form, 'to')
      if (to === toUnit) return null
      return (await colleaguesOf(account)).find(({ id }) => id === to)?.id
    },

    /** Makes the handler of a posted change; refuses changes to the admin's own account. */
    change:
      (
        work: (c: Context, account: StaffAccount, form: PostedForm, by: StaffMember) => Promise<Response>,
        /** Shows the form again if it contains free text. */
        again?: (c: Context, account: StaffAccount, form: PostedForm, why: NotTaken) => Promise<Response>,
      ) =>
      async (c: Context): Promise<Response> => {
        const showAgain = async (typed: PostedForm, why: NotTaken) => {
          const account = await named(c)
          return account && again ? again(c, account, typed, why) : showNotTaken(c, why, typed)
        }
        const form = await posted(c, showAgain)
        if (!form.ok) return form.error
        const account = await named(c)
        if (!account || account.id === c.get('staff').id)
          return showLostForm(c, 'gone', form.value, () => refuse(c, 'notFound'))
        return work(c, account, form.value, c.get('staff'))
      },
  }
}
