import { Hono } from 'hono'
import { deskActions, deskPages } from '#domain/routes/desk.ts'
import { shownLife } from '#domain/staff/bounds.ts'
import { deskPage } from '#http/desk-page.tsx'
import { ownedCookie } from '#http/sealed-cookie.ts'
import { seeOther } from '#http/see-other.ts'
import { accountForms } from '../account/account-forms.tsx'
import type { StaffAuths } from '../auth-for-request.ts'
import type { StaffPorts } from '../ports.ts'
import { PaperCodesPage } from './page.tsx'

/** /desk/account/codes: makes and shows ten new paper codes, requested on 我的. */
export const paperCodesRoutes = (ports: StaffPorts, auths: StaffAuths): Hono => {
  /** Lets the person see the new codes for some minutes. */
  const fresh = ownedCookie<{ codes: string[] }>(ports, 'paper-cookie', shownLife)
  const { withPassword } = accountForms(ports, auths)

  return new Hono()
    .get(deskActions.newPaperCodes, (c) => seeOther(c, deskPages.account.path))
    .post(deskActions.newPaperCodes, (c) =>
      withPassword(c, 'password', async () => {
        const { member, enrolled } = c.get('present')
        if (!enrolled) return seeOther(c, deskPages.account.path)
        const codes = await (await auths.forRequest(c)).renewPaperCodes(member.id)
        await fresh.write(c, member.id, { codes })
        return seeOther(c, deskPages.paperCodes.path)
      }),
    )
    .get(deskPages.paperCodes.path, async (c) => {
      const { id } = c.get('staff')
      const paper = await fresh.read(c, id)
      if (!paper) return seeOther(c, deskPages.account.path)
      const main = <PaperCodesPage codes={paper.codes} />
      return deskPage(c, { title: deskPages.paperCodes.name, current: 'account', main })
    })
}
