import { type Context, Hono } from 'hono'
import { readDay } from '#domain/basics/read-day.ts'
import { addDays, type Day, dayOf, weekday } from '#domain/basics/time.ts'
import { scopesOfUnit } from '#domain/desk/access.ts'
import { unit } from '#domain/places/areas.ts'
import { deskPaths } from '#domain/routes/desk.ts'
import { deskData } from '#generated/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { readForm, typedText } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import { refuse } from '#http/refusals.tsx'
import { Handbook } from '../handbook/page.tsx'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { readDigest } from '../sheets/digest.ts'
import { DigestPage } from '../sheets/page.tsx'
import { findCases, readSearch } from './find-cases.ts'
import { FindPage, findField } from './page.tsx'

/** A centre's own desk is among those it looks around at. */
const sheetScopes = (unitId: string) => {
  const scopes = scopesOfUnit(unitId)
  return scopes.some((scope) => scope.startsWith('at:'))
    ? scopes.filter((scope) => !scope.startsWith('unit:'))
    : scopes
}

/** The day in the address, as long as it is one and not to come. */
const dayIn = (c: Context, today: Day): Day => {
  const day = readDay(queryValue(c, 'day'))
  return day && day <= today ? day : today
}

const monday = (today: Day): Day => addDays(today, -((weekday(today) + 6) % 7))

/** The desk's other pages: finding, the sheets of a day and a week, the handbook. */
export const paperRoutes = (ports: DeskCasePorts): Hono => {
  const sheet = async (c: Context, title: string, from: Day, days: number) => {
    const member = memberOf(c)
    const digest = await readDigest(ports, sheetScopes(member.unit), from, days)
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
      const typed = typedText(posted.value, findField)
      const member = memberOf(c)
      const found = await findCases(ports, member, typed)
      // Written down before it is shown: whom somebody looked for, or a number that is not theirs to see.
      const { number, text } = readSearch(typed)
      if (number !== null && found.length === 0) await ports.looks.refused(member, number)
      if (number === null && text !== '') await ports.looks.searched(member, text)
      const main = <FindPage state={state(typed)} today={dayOf(ports.clock())} found={found} />
      return deskPage(c, { title: '查找', current: 'find', main })
    })
    .get(deskPaths.digest, (c) => sheet(c, '每日动态', dayIn(c, dayOf(ports.clock())), 1))
    .get(deskPaths.week, (c) => sheet(c, '周小结', monday(dayIn(c, dayOf(ports.clock()))), 7))
    .get(deskPaths.handbook, (c) =>
      deskPage(c, { title: '手册', current: 'handbook', main: <Handbook data={deskData} /> }),
    )
}
