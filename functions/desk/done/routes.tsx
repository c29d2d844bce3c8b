import { Hono } from 'hono'
import { mayTrace } from '#domain/desk/trace.ts'
import { donePath, movedPath, withQuery } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import { deskCaseOf } from '../case/open-case.ts'
import { openedFrom } from '../lists/opened-from.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { ownMove } from './own-move.ts'
import { DonePage, doneWords } from './page.tsx'

/** /desk/cases/<number>/done/<seq>: what a person did, for them alone; it may be opened again at any time. */
export const doneRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(donePath(':number', ':seq'), async (c) => {
    const { number = '', seq = '' }: Record<string, string> = c.req.param()
    const member = memberOf(c)
    const stored = await ports.store.openCase(number)
    const event = stored && ownMove(member, stored.events, stored.record.about, Number(seq))
    if (!stored || !event) {
      await ports.looks.refused(member, number)
      return refuse(c, 'noCase')
    }
    const from = openedFrom(c)
    if (deskCaseOf(stored, member, ports.clock()))
      return seeOther(c, withQuery(movedPath(number, event.seq), from.query))
    const traced = mayTrace(member, stored.events, stored.record.about)
    const main = <DonePage number={number} event={event} from={from} traced={traced} />
    return deskPage(c, { title: doneWords(event), current: 'cases', main })
  })
