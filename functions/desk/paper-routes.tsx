import { type Context, Hono } from 'hono'
import { unit } from '../domain/areas.ts'
import { deskPaths } from '../domain/desk-routes.ts'
import { addDays, type Day, dayOf, weekday } from '../domain/time.ts'
import { deskData } from '../generated/desk.ts'
import { deskPage } from '../http/desk-page.tsx'
import { fieldValue, readForm } from '../http/form.ts'
import { refuse } from '../http/refusals.tsx'
import { DigestPage } from '../views/desk/digest.tsx'
import { FindPage, findField } from '../views/desk/find.tsx'
import { Handbook } from '../views/desk/handbook.tsx'
import { readDigest } from './digest.ts'
import { findCases } from './find-cases.ts'
import { type DeskCasePorts, memberOf } from './ports.ts'
import { listsOf } from './work-lists.ts'

const monday = (today: Day): Day => addDays(today, -((weekday(today) + 6) % 7))

/** The desk's other pages: finding, the sheets of a day and a week, the handbook. */
export const paperRoutes = (ports: DeskCasePorts): Hono => {
  const sheet = async (c: Context, title: string, from: Day, days: number) => {
    const member = memberOf(c)
    // The widest list a person has: what lies below where there is one, else his own desk.
    const list = listsOf(member).findLast(({ id }) => id !== 'mine')
    if (!list) return refuse(c, 'notFound')
    const digest = await readDigest(ports, list.scope, from, days)
    const today = dayOf(ports.clock())
    const main = <DigestPage {...digest} {...{ title, today }} unitName={unit(member.unit).name} />
    return deskPage(c, { title, current: 'today', main })
  }
  const state = (typed: string) => ({ value: () => typed, error: () => undefined })
  return new Hono()
    .get(deskPaths.find, (c) =>
      deskPage(c, {
        title: '查找',
        current: 'find',
        main: <FindPage state={state('')} today={dayOf(ports.clock())} />,
      }),
    )
    .post(deskPaths.find, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const typed = fieldValue(posted.value, findField)
      const found = await findCases(ports, memberOf(c), typed)
      const main = <FindPage state={state(typed)} today={dayOf(ports.clock())} found={found} />
      return deskPage(c, { title: '查找', current: 'find', main })
    })
    .get(deskPaths.digest, (c) => sheet(c, '每日动态', dayOf(ports.clock()), 1))
    .get(deskPaths.week, (c) => sheet(c, '周小结', monday(dayOf(ports.clock())), 7))
    .get(deskPaths.handbook, (c) =>
      deskPage(c, { title: '手册', current: 'handbook', main: <Handbook data={deskData} /> }),
    )
}
