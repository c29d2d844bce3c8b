import { Hono } from 'hono'
import { draftIn } from '#domain/history/invitation.ts'
import { invitationPath } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { refuse } from '#http/refusals.tsx'
import { readCase } from '../case/read-case.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { hasLetter, InvitationLetter } from './letter.tsx'

/** /desk/cases/<number>/letter: the approved words for a person of the other side, to print. */
export const invitationRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(invitationPath(':number'), async (c) => {
    const view = await readCase(ports, memberOf(c), c.req.param('number') ?? '', 'print')
    if (!view) return missingCase(ports, c)
    if (!hasLetter(view)) return refuse(c, 'notFound')
    const letterNumber = await ports.store.letterNumber(view.number, draftIn(view.events)?.seq ?? 0)
    const main = <InvitationLetter view={view} letterNumber={letterNumber} now={ports.clock()} />
    return deskPage(c, { title: `请对方来谈的信 ${view.number}`, current: 'cases', main, paper: true })
  })
