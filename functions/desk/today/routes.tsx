import { Hono } from 'hono'
import { dayOf, endOfDay, startOfDay } from '#domain/basics/time.ts'
import { missingCalendarYear } from '#domain/clocks/county-calendar.ts'
import type { ListScope } from '#domain/desk/access.ts'
import { batchKindsFor } from '#domain/moves/batch.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import { deskPage } from '#http/desk-page.tsx'
import { readPlaces } from '../below/read-head.ts'
import { listHref } from '../lists/address.ts'
import { whoHas } from '../lists/who-has.ts'
import { type ListId, listsOf } from '../lists/work-lists.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { readTasks } from '../rating-tasks/read-tasks.ts'
import { refreshForScreen } from '../refresh-cases.ts'
import { readCalendar } from '../sessions/read-calendar.ts'
import { TodayPage } from './page.tsx'
import { nothingToday, readToday } from './read-today.ts'

/** The overview of a list, with who has its cases. */
const readWork = async (
  ports: DeskCasePorts,
  { id: reader }: StaffMember,
  { id, scope }: { id: ListId; scope: ListScope },
  below: ListScope | undefined,
) => {
  const work = await readToday(ports, reader, scope, below, (filter, of) => listHref(of ?? id, filter))
  const lines = work.groups.flatMap((group) => group.lines)
  return { work, who: await whoHas(ports, lines) }
}

/** /desk/: the overview of today. */
export const todayRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(deskPages.today.path, async (c) => {
    const member = memberOf(c)
    const lists = listsOf(member)
    const [first] = lists
    const below = lists.find(({ id }) => id === 'below')?.scope
    const now = ports.clock()
    await refreshForScreen(ports)
    // At the same time, because none of them needs another.
    const [{ work, who }, underUs, tasks, meetings] = await Promise.all([
      first ? readWork(ports, member, first, below) : { work: nothingToday, who: new Map() },
      first ? readPlaces(ports, member) : [],
      readTasks(ports, member),
      readCalendar(ports, member, { from: startOfDay(dayOf(now)), before: endOfDay(now) }),
    ])
    // Only those who can see to it are told that the year's holidays are missing.
    const missingYear = roles[member.role].decides ? missingCalendarYear(now) : null
    const main = (
      <TodayPage
        work={work}
        below={underUs}
        decides={roles[member.role].decides}
        tasks={tasks}
        meetings={meetings}
        now={now}
        who={who}
        own={member.unit}
        missingYear={missingYear}
        kinds={batchKindsFor(member)}
      />
    )
    return deskPage(c, { title: deskPages.today.name, current: 'today', main })
  })
