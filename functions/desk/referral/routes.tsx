import { Hono } from 'hono'
import { referralPath } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { refuse } from '#http/refusals.tsx'
import { readCase } from '../case/read-case.ts'
import { DocumentPage } from '../dossier/print-page.tsx'
import { pieceFor } from '../dossier/view.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { referralIn } from './referral-in.ts'

/** /desk/cases/<number>/hand-over: the letter (移送函) for the last referral of a case. */
export const referralRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(referralPath(':number'), async (c) => {
    const view = await readCase(ports, memberOf(c), c.req.param('number') ?? '', 'print')
    if (!view) return missingCase(ports, c)
    const piece = pieceFor(view, ports.clock(), 'hand-over', referralIn(view.events)?.seq)
    if (!piece) return refuse(c, 'notFound')
    const main = <DocumentPage view={view} title="移送函" pieces={[]} piece={piece} />
    return deskPage(c, { title: `移送函 ${view.number}`, current: 'cases', main, paper: true })
  })
