import { type Context, Hono } from 'hono'
import { missingCalendarYear } from '#domain/clocks/county-calendar.ts'
import { refusals } from '#domain/filing/messages.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorTitle, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import type { AccountStore } from '#store/ports/staff/accounts.ts'
import { blankState, type FormError } from '#ui/form/state.ts'
import type { StaffPorts } from '../ports.ts'
import { listAccounts, searchAccounts } from './accounts.ts'
import { findField, StaffListPage } from './page.tsx'

/** /desk/staff/: the list of accounts an admin keeps. A search is posted, so that a name is in no URL and no log. */
export const peopleRoutes = (ports: StaffPorts<AccountStore>): Hono => {
  const showAll = async (
    c: Context,
    form?: PostedForm,
    errors: FormError[] = [],
    status: 200 | 403 | 415 = 200,
  ) => {
    const { accounts, next } = await listAccounts(ports, c.get('staff'), queryValue(c, 'after'))
    const main = (
      <StaffListPage
        state={form ? formState(form, errors) : blankState}
        staff={accounts}
        next={next && `${deskPages.staff.path}?after=${next}`}
        missingYear={missingCalendarYear(ports.clock())}
      />
    )
    const title = errorTitle(deskPages.staff.name, errors.length > 0)
    return deskPage(c, { title, current: 'staff', main }, status)
  }

  return new Hono()
    .get(deskPages.staff.path, (c) => showAll(c))
    .post(deskPages.staff.path, async (c) => {
      const form = await posted(c, (typed, { refusal, status }) =>
        showAll(c, typed, [{ field: findField, text: refusals[refusal].text }], status),
      )
      if (!form.ok) return form.error
      const { accounts, more } = await searchAccounts(ports, c.get('staff'), typedText(form.value, findField))
      const main = (
        <StaffListPage
          state={formState(form.value)}
          staff={accounts}
          searched={{ more }}
          missingYear={missingCalendarYear(ports.clock())}
        />
      )
      return deskPage(c, { title: deskPages.staff.name, current: 'staff', main })
    })
}
