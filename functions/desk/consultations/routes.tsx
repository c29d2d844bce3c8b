import { Hono } from 'hono'
import { readDay } from '#domain/basics/read-day.ts'
import { afterDay, dayOf, startOfDay } from '#domain/basics/time.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { queryValue } from '#http/query.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { ExpertSheets } from './page.tsx'
import { readConsultations } from './read-day.ts'

/** /desk/experts: what an expert, who has no account, is given on paper. */
export const consultationRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(deskPages.experts.path, async (c) => {
    const day = readDay(queryValue(c, 'day')) ?? dayOf(ports.clock())
    const span = { from: startOfDay(day), before: afterDay(day) }
    const list = await readConsultations(ports, memberOf(c), span)
    const main = <ExpertSheets day={day} list={list} />
    return deskPage(c, { title: deskPages.experts.name, current: 'today', main })
  })
