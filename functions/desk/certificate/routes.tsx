import { type Context, Hono } from 'hono'
import { type Certificate, certificateOf } from '#domain/following/certificate.ts'
import { complainant, type PartyScope, partyScope } from '#domain/history/events.ts'
import { personIn } from '#domain/history/people.ts'
import { wordsOf } from '#domain/history/words.ts'
import { certificatePath } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { refuse } from '#http/refusals.tsx'
import { ClaimCertificate, certificateTitle } from '#ui/claim-certificate.tsx'
import type { CaseView } from '../case/case-view.ts'
import { readCase } from '../case/read-case.ts'
import { captionIn } from '../files/rows.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'

const certificateIn = (view: CaseView, person: PartyScope): Certificate | null =>
  certificateOf(view.number, view.events, person, {
    filed: wordsOf(view, 'filed'),
    name: personIn(view, person).name,
    caption: ({ seq, event }) => captionIn(view, { seq, kind: event }),
  })

/** /desk/cases/<number>/certificate: what one person claimed and gave, and when, to print, sign and stamp. */
export const certificateRoutes = (ports: DeskCasePorts): Hono => {
  const show = async (c: Context, person: PartyScope) => {
    const view = await readCase(ports, memberOf(c), c.req.param('number') ?? '', 'print')
    if (!view) return missingCase(ports, c)
    const certificate = certificateIn(view, person)
    if (!certificate) return refuse(c, 'notFound')
    const title = certificateTitle(certificate)
    const main = (
      <div class="page-width text">
        <header class="page-head">
          <h1>{title}</h1>
        </header>
        <ClaimCertificate certificate={certificate} now={ports.clock()} stamped />
      </div>
    )
    return deskPage(c, { title: `${title} ${view.number}`, current: 'cases', main, paper: true })
  }
  return new Hono()
    .get(certificatePath(':number'), (c) => show(c, complainant))
    .get(`${certificatePath(':number')}/:party`, (c) => {
      const party = c.req.param('party')
      return /^[1-9][0-9]{0,2}$/.test(party) ? show(c, partyScope(Number(party))) : refuse(c, 'notFound')
    })
}
