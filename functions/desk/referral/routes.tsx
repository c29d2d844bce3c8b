import { Hono } from 'hono'
import { referralPath } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { refuse } from '#http/refusals.tsx'
import { readCase } from '../case/read-case.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { ReferralLetter, referralIn } from './page.tsx'

/** /desk/cases/<number>/hand-over: the letter for the last referral of a case. */
export const referralRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(referralPath(':number'), async (c) => {
    const view = await readCase(ports, memberOf(c), c.req.param('number') ?? '', 'print')
    if (!view) return missingCase(ports, c)
    const referral = referralIn(view.events)
    if (!referral) return refuse(c, 'notFound')
    const main = <ReferralLetter view={view} referral={referral} />
    return deskPage(c, { title: `移送函 ${view.number}`, current: 'cases', main })
  })
