import { type Context, Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { pageKeyText } from '#domain/desk/page-key.ts'
import { unit } from '#domain/places/areas.ts'
import { casePath, deskPages, tracePath, withQuery } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import { deskCaseOf } from '../case/open-case.ts'
import { afterIn } from '../lists/address.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { subjectOf } from '../ui/case-list.tsx'
import { TracesPage } from './list-page.tsx'
import { openTrace } from './open-trace.ts'
import { TracePage } from './page.tsx'

const pageSize = 20

/** /desk/traces, the cases a unit registered or handed on; /desk/cases/<number>/trace, what it still reads of one. */
export const traceRoutes = (ports: DeskCasePorts): Hono => {
  const list = async (c: Context) => {
    const { id: reader, unit: unitId } = memberOf(c)
    const lines = await ports.store.list({
      ...{ scope: `trace:${unitId}`, reader, order: 'changed', limit: pageSize + 1 },
      after: afterIn(c),
    })
    const shown = lines.slice(0, pageSize)
    const last = lines.length > pageSize ? shown.at(-1) : undefined
    const main = (
      <TracesPage
        unitName={unit(unitId).name}
        today={dayOf(ports.clock())}
        lines={shown}
        next={
          last &&
          withQuery(
            deskPages.traces.path,
            `after=${pageKeyText({ key: last.changedAt, caseId: last.caseId })}`,
          )
        }
      />
    )
    return deskPage(c, { title: deskPages.traces.name, current: 'cases', main })
  }

  return new Hono().get(deskPages.traces.path, list).get(tracePath(':number'), async (c) => {
    const { number = '' }: Record<string, string> = c.req.param()
    const member = memberOf(c)
    const traced = await openTrace(ports, member, number)
    if (!traced) {
      await ports.looks.refused(member, number)
      return refuse(c, 'noCase')
    }
    // Whoever may read all of it reads it there, where the read is logged.
    if (deskCaseOf(traced, member, ports.clock())) return seeOther(c, casePath(number))
    return deskPage(c, {
      title: subjectOf(traced.record),
      current: 'cases',
      main: <TracePage traced={traced} />,
    })
  })
}
