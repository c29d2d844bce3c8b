import { Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { scopesOfUnit } from '#domain/desk/access.ts'
import { sheetReach } from '#domain/desk/sheets.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { roles } from '#domain/staff/staff.ts'
import { deskPage } from '#http/desk-page.tsx'
import { refuse } from '#http/refusals.tsx'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { MeasuresPage } from './page.tsx'

const most = 200

/** /desk/measures: measures of reviews that are not done yet, for those who decide. */
export const measureRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(deskPages.measures.path, async (c) => {
    const { id: reader, role, unit } = memberOf(c)
    if (!roles[role].decides) return refuse(c, 'notFound')
    const scopes = scopesOfUnit(unit)
    const measures = await ports.store.openMeasures({ ...sheetReach(unit), scopes, reader, limit: most })
    const main = <MeasuresPage measures={measures} today={dayOf(ports.clock())} />
    return deskPage(c, { title: deskPages.measures.name, current: 'today', main })
  })
