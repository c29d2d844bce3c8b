import { Hono } from 'hono'
import { missingCalendarYear } from '#domain/clocks/clocks.ts'
import { batchKindsFor } from '#domain/moves/batch.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { roles } from '#domain/staff/staff.ts'
import { deskPage } from '#http/desk-page.tsx'
import { listHref } from '../lists/address.ts'
import { whoHas } from '../lists/who-has.ts'
import { listsOf } from '../lists/work-lists.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { readTasks } from '../rating-tasks/read-tasks.ts'
import { refreshForScreen } from '../refresh-cases.ts'
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
    await refreshForScreen(ports)
    const work = first
      ? await readToday(ports, memberOf(c).id, first.scope, below, (filter, of) =>
          listHref(of ?? first.id, filter),
        )
      : nothingToday
    const who = await whoHas(
      ports,
      work.groups.flatMap(({ lines }) => lines),
    )
    // Only those who can see to it are told that the year's holidays are missing.
    const missingYear = roles[memberOf(c).role].decides ? missingCalendarYear(now) : null
    const main = (
      <TodayPage
        work={work}
        below={first ? await readBelow(ports, memberOf(c)) : []}
        tasks={await readTasks(ports, memberOf(c))}
        now={now}
        who={who}
        own={memberOf(c).unit}
        missingYear={missingYear}
        kinds={batchKindsFor(memberOf(c))}
      />
    )
    return deskPage(c, { title: deskPages.today.name, current: 'today', main })
  })
