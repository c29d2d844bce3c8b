import { Hono } from 'hono'
import { reportPath } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { readCase } from '../case/read-case.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { ReportPage } from './page.tsx'

/** /desk/cases/<number>/report: a printable report of one case. */
export const reportRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(reportPath(':number'), async (c) => {
    const view = await readCase(ports, memberOf(c), c.req.param('number') ?? '', 'print')
    if (!view) return missingCase(ports, c)
    const main = <ReportPage view={view} now={ports.clock()} />
    return deskPage(c, { title: `一案一报告 ${view.number}`, current: 'cases', main, paper: true })
  })
