import { type Context, Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { agreementPath } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { queryValue } from '#http/query.ts'
import { refuse } from '#http/refusals.tsx'
import { missingCase } from '../missing-case.ts'
import type { DeskCasePorts } from '../ports.ts'
import { CourtPapers } from './court.tsx'
import { agreements } from './open-agreement.ts'
import { AgreementPaper } from './print.tsx'
import type { AgreementView } from './read-agreement.ts'

/** The papers of an agreement: itself or the sheet of an oral one, and what a court asks for. */
export const paperRoutes = (ports: DeskCasePorts): Hono => {
  const { open } = agreements(ports)
  const paper = async (
    c: Context,
    title: string,
    print: (view: AgreementView) => ReturnType<typeof CourtPapers>,
  ) => {
    const view = await open(c)
    if (!view) return missingCase(ports, c)
    const main = view.text && print(view)
    return main ? deskPage(c, { title, current: 'cases', main, paper: true }) : refuse(c, 'notFound')
  }

  return new Hono()
    .get(agreementPath(':number', 'print'), (c) =>
      paper(c, '人民调解协议书', (view) => {
        const asked = queryValue(c, 'form') === 'oral' ? 'oral' : 'written'
        return <AgreementPaper view={view} form={view.agreement?.concluded?.form ?? asked} />
      }),
    )
    .get(agreementPath(':number', 'court'), (c) =>
      paper(c, '司法确认申请书', (view) =>
        view.agreement?.concluded ? <CourtPapers view={view} today={dayOf(ports.clock())} /> : null,
      ),
    )
}
