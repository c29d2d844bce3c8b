import { Hono } from 'hono'
import { missingCalendarYear } from '#domain/clocks/clocks.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { queryValue } from '#http/query.ts'
import type { AccountStore } from '#store/ports/staff/accounts.ts'
import type { StaffPorts } from '../ports.ts'
import { listAccounts } from './accounts.ts'
import { StaffListPage } from './page.tsx'

/** /desk/staff/: the list of accounts an admin keeps. */
export const peopleRoutes = (ports: StaffPorts<AccountStore>): Hono =>
  new Hono().get(deskPages.staff.path, async (c) => {
    const { accounts, next } = await listAccounts(ports, c.get('staff'), queryValue(c, 'after'))
    const main = (
      <StaffListPage
        staff={accounts}
        next={next && `${deskPages.staff.path}?after=${next}`}
        missingYear={missingCalendarYear(ports.clock())}
      />
    )
    return deskPage(c, { title: deskPages.staff.name, current: 'staff', main })
  })
