import { Hono } from 'hono'
import { unit } from '#domain/places/areas.ts'
import { casePath, deskPages, spotSlipPath } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { fieldValue, posted } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import { readCase } from '../case/read-case.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { spotSlipCookie } from './slip-cookie.ts'
import { SlipPage, SlipsPage, slipCaseField, slipNames } from './slip-page.tsx'
import { otherParty } from './spot-events.ts'

/** /desk/spot/slips: the two slips of a record on the spot, until both were given. */
export const spotSlipRoutes = (ports: DeskCasePorts): Hono => {
  const slips = spotSlipCookie(ports)
  return new Hono()
    .get(deskPages.spotSlips.path, async (c) => {
      const member = memberOf(c)
      const codes = await slips.read(c, member.id)
      if (!codes) return seeOther(c, deskPages.spot.path)
      const main = <SlipsPage caseNumber={codes.caseNumber} unitName={unit(member.unit).name} />
      return deskPage(c, { title: deskPages.spotSlips.name, current: 'register', main })
    })
    .post(deskPages.spotSlips.path, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const codes = await slips.read(c, memberOf(c).id)
      const waiting = codes?.caseNumber
      // Another tab may have recorded another case since: its slips are still needed.
      const number = fieldValue(form.value, slipCaseField) || waiting
      if (codes && number === waiting) {
        await ports.store.forgetAnswer(codes.key)
        slips.clear(c)
      }
      return seeOther(c, number ? casePath(number) : deskPages.today.path)
    })
    .get(spotSlipPath(':party'), async (c) => {
      const member = memberOf(c)
      const party = Number(c.req.param('party'))
      if (!slipNames[party]) return refuse(c, 'notFound')
      const codes = await slips.read(c, member.id)
      if (!codes) return seeOther(c, deskPages.spot.path)
      // Another tab may have recorded another case since: a slip of it is not for the people of this one.
      if (queryValue(c, slipCaseField, { missing: codes.caseNumber }) !== codes.caseNumber)
        return seeOther(c, deskPages.spotSlips.path)
      const view = await readCase(ports, member, codes.caseNumber, 'print')
      if (!view) return missingCase(ports, c)
      const code = party === otherParty ? codes.other : codes.own
      const main = <SlipPage view={view} party={party} code={code} />
      return deskPage(c, {
        title: `${slipNames[party]} ${view.number}`,
        current: 'register',
        main,
        paper: true,
      })
    })
}
