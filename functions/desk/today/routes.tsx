import { Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { missingCalendarYear } from '#domain/clocks/clocks.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { listHref } from '../lists/address.ts'
import { listsOf } from '../lists/work-lists.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { Below } from './below.tsx'
import { TodayPage } from './page.tsx'
import { readBelow } from './read-below.ts'
import { nothingToday, readToday } from './read-today.ts'

/** /desk/: the overview of today. */
export const todayRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(deskPages.today.path, async (c) => {
    const lists = listsOf(memberOf(c))
    const [first] = lists
    const below = lists.find(({ id }) => id === 'below')?.scope
    const now = ports.clock()
    const work = first
      ? await readToday(ports, first.scope, below, (filter) => listHref(first.id, filter))
      : nothingToday
    const main = (
      <>
        <TodayPage work={work} today={dayOf(now)} missingYear={missingCalendarYear(now)} />
        <Below rows={first ? await readBelow(ports, memberOf(c)) : []} />
      </>
    )
    return deskPage(c, { title: deskPages.today.name, current: 'today', main })
  })
