import { type Context, Hono } from 'hono'
import { byteOrderMark, csvLine } from '#domain/basics/csv.ts'
import { dayOf } from '#domain/basics/time.ts'
import { monthlyReport, reportColumnIds, reportColumns } from '#domain/desk/mediation-report.ts'
import { unit } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { roles } from '#domain/staff/staff.ts'
import { deskData } from '#generated/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { refuse } from '#http/refusals.tsx'
import { pastDay } from '../past-day.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { MonthPage } from './month-page.tsx'
import { PayPage } from './pay-page.tsx'
import { committeesSeen, mostMediated, readMediated, readWithHints, wholeMonth } from './read-month.ts'

/**
 * /desk/mediation-month and its CSV: the monthly report of the committees that a unit sees. /desk/case-pay: agreements per
 * mediator; a handler sees their own.
 */
export const mediatedRoutes = (ports: DeskCasePorts): Hono => {
  const read = async (c: Context) => {
    const month = wholeMonth(pastDay(c, dayOf(ports.clock())))
    const cases = await readMediated(ports.store, memberOf(c), month, { withMoney: true })
    const rows = monthlyReport(cases.slice(0, mostMediated), deskData.mediationReport)
    return { month, rows, count: cases.length }
  }
  return new Hono()
    .get(deskPages.mediationMonth.path, async (c) => {
      const { unit: own } = memberOf(c)
      if (committeesSeen(own).length === 0) return refuse(c, 'notFound')
      const main = <MonthPage unitName={unit(own).name} {...(await read(c))} />
      return deskPage(c, { title: deskPages.mediationMonth.name, current: 'today', main })
    })
    .get(deskPages.mediationFile.path, async (c) => {
      if (committeesSeen(memberOf(c).unit).length === 0) return refuse(c, 'notFound')
      const { month, rows } = await read(c)
      const lines = [
        csvLine(['纠纷类别', ...reportColumnIds.map((id) => reportColumns[id].name)]),
        ...rows.map(({ name, figures }) =>
          csvLine([name, ...reportColumnIds.map((id) => String(figures[id]))]),
        ),
      ]
      const name = `${deskPages.mediationMonth.name}-${month.from.slice(0, 7)}.csv`
      c.header('cache-control', 'no-store')
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header(
        'content-disposition',
        `attachment; filename="mediation-${month.from.slice(0, 7)}.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      return c.body(`${byteOrderMark}${lines.join('')}`)
    })
    .get(deskPages.casePay.path, async (c) => {
      const member = memberOf(c)
      const { id, role, unit: own } = member
      if (committeesSeen(own).length === 0) return refuse(c, 'notFound')
      const month = wholeMonth(pastDay(c, dayOf(ports.clock())))
      const { cases: all, hints } = await readWithHints(ports.store, member, month)
      const cases = all.filter(({ staff }) => roles[role].decides || staff === id)
      const names = await ports.directory.names([...new Set(cases.flatMap(({ staff }) => staff || []))])
      const main = (
        <PayPage unitName={unit(own).name} month={month} cases={cases} hints={hints} names={names} />
      )
      return deskPage(c, { title: deskPages.casePay.name, current: 'today', main })
    })
}
