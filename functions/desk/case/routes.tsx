import { Hono } from 'hono'
import { casePath } from '#domain/routes/desk.ts'
import { deskData } from '#generated/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { subjectOf } from '../ui/case-table.tsx'
import { Duties } from './duties.tsx'
import { CasePage } from './page.tsx'
import { readCase } from './read-case.ts'

/** /desk/cases/<number>: the page of a case. */
export const caseRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(casePath(':number'), async (c) => {
    const view = await readCase(ports, memberOf(c), c.req.param('number') ?? '', 'open')
    if (!view) return missingCase(ports, c)
    const main = <CasePage view={view} now={ports.clock()} duties={<Duties data={deskData} />} />
    return deskPage(c, { title: subjectOf(view), current: 'cases', main })
  })
