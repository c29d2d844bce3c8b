import { type Context, Hono } from 'hono'
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  firstOfMonth,
  monday,
} from '#domain/basics/time.ts'
import { scopesOfUnit } from '#domain/desk/access.ts'
import { unit } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { roles } from '#domain/staff/staff.ts'
import { deskPage } from '#http/desk-page.tsx'
import { committeesSeen } from '../mediated/read-month.ts'
import { pastDay } from '../past-day.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { readDigest } from './digest.ts'
import { DigestPage } from './page.tsx'

/** Scopes of a unit's sheets. A centre's own desk is among the units it oversees. */
const sheetScopes = (unitId: string) => {
  const scopes = scopesOfUnit(unitId)
  return scopes.some((scope) => scope.startsWith('at:'))
    ? scopes.filter((scope) => !scope.startsWith('unit:'))
    : scopes
}

/** /desk/digest, /desk/week and /desk/month: the sheets of a day, a week and a month. */
export const sheetRoutes = (ports: DeskCasePorts): Hono => {
  /** The newest root of a span that is over; a sheet of it never changes. */
  const rootOf = async (from: Day, days: number) => {
    const isOver = addDays(from, days) <= dayOf(ports.clock())
    return isOver
      ? (await ports.store.anchors(from, days)).findLast(({ day }) => day < addDays(from, days))
      : undefined
  }
  const sheet = async (c: Context, title: string, from: Day, days: number) => {
    const member = memberOf(c)
    const named = title !== deskPages.month.name
    const digest = await readDigest(ports, member, sheetScopes(member.unit), { from, days, named })
    const today = dayOf(ports.clock())
    const registers = [
      ...(committeesSeen(member.unit).length > 0 ? [deskPages.mediationMonth, deskPages.casePay] : []),
      ...(roles[member.role].decides ? [deskPages.measures] : []),
    ]
    const main = (
      <DigestPage
        title={title}
        today={today}
        digest={digest}
        unitName={unit(member.unit).name}
        root={named ? undefined : await rootOf(from, days)}
        named={named}
        registers={registers}
      />
    )
    return deskPage(c, { title, current: 'today', main })
  }

  return new Hono()
    .get(deskPages.digest.path, (c) => sheet(c, deskPages.digest.name, pastDay(c, dayOf(ports.clock())), 1))
    .get(deskPages.month.path, (c) => {
      const first = firstOfMonth(pastDay(c, dayOf(ports.clock())))
      return sheet(c, deskPages.month.name, first, daysBetween(first, addMonths(first, 1)))
    })
    .get(deskPages.week.path, (c) =>
      sheet(c, deskPages.week.name, monday(pastDay(c, dayOf(ports.clock()))), 7),
    )
}
