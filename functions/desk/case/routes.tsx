import { Hono } from 'hono'
import { casePath } from '#domain/routes/desk.ts'
import { deskData } from '#generated/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { queryValue } from '#http/query.ts'
import { ownMove } from '../done/own-move.ts'
import { DoneNotice } from '../done/page.tsx'
import { openedFrom } from '../lists/opened-from.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { caseTitle } from './case-title.ts'
import { Duties } from './duties.tsx'
import { CasePage } from './page.tsx'
import { readCase } from './read-case.ts'

/** /desk/cases/<number>: the page of a case. */
export const caseRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(casePath(':number'), async (c) => {
    const view = await readCase(ports, memberOf(c), c.req.param('number') ?? '', 'open')
    if (!view) return missingCase(ports, c)
    const done = ownMove(memberOf(c), view.events, view.about, Number(queryValue(c, 'done')))
    const from = openedFrom(c)
    const main = (
      <>
        {done ? <DoneNotice number={view.number} event={done} from={from} /> : null}
        <CasePage view={view} from={from} now={ports.clock()} duties={<Duties data={deskData} />} />
      </>
    )
    return deskPage(c, { title: caseTitle(view), current: 'cases', main })
  })
