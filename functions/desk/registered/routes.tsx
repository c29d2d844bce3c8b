import { Hono } from 'hono'
import { unit } from '#domain/places/areas.ts'
import { casePath, deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { fieldValue, posted } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { openCase } from '../case/open-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { RegisteredPage, slipCaseField } from './page.tsx'
import { slipCookie } from './slip-cookie.ts'

/** /desk/registered: the slip, shown until staff confirm that the person has it. */
export const registeredRoutes = (ports: DeskCasePorts): Hono => {
  const slips = slipCookie(ports)
  return new Hono()
    .get(deskPages.registered.path, async (c) => {
      const registered = await slips.read(c, memberOf(c).id)
      if (!registered) return seeOther(c, deskPages.register.path)
      const main = (
        <RegisteredPage
          slip={registered.slip}
          unitName={unit(registered.unit).name}
          nobody={registered.nobody}
          given={registered.given}
          whom={registered.whom}
        />
      )
      return deskPage(c, { title: deskPages.registered.name, current: 'register', main })
    })
    .post(deskPages.registered.path, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const member = memberOf(c)
      const registered = await slips.read(c, member.id)
      const waiting = registered?.slip.caseNumber
      // Another tab may have registered another case since: its slip is still needed.
      const number = fieldValue(form.value, slipCaseField) || waiting
      if (registered && number === waiting) {
        if (registered.key) await ports.store.forgetAnswer(registered.key)
        slips.clear(c)
      }
      // Whoever may handle the case goes on with it; a grid worker's has gone to the village.
      const own = number !== undefined && (await openCase(ports, member, number))
      return seeOther(c, own ? casePath(number) : deskPages.today.path)
    })
}
