import type { Context } from 'hono'
import { mayTrace } from '#domain/desk/trace.ts'
import { donePath, tracePath } from '#domain/routes/desk.ts'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import { markedAway } from './done/own-move.ts'
import { type DeskCasePorts, memberOf } from './ports.ts'

/**
 * Answers a page of a case that this person cannot open: leads to its trace if they have one, and who marked danger to
 * the page that says what followed; otherwise 404, both for a case that does not exist and for one hidden from them,
 * logged first.
 */
export const missingCase = async (ports: DeskCasePorts, c: Context) => {
  const number = c.req.param('number') ?? ''
  const member = memberOf(c)
  const stored = await ports.store.openCase(number)
  if (stored) {
    const { events, record } = stored
    if (mayTrace(member, events, record.about)) return seeOther(c, tracePath(number))
    const marked = markedAway(member, events, record.about)
    if (marked) return seeOther(c, donePath(number, marked.seq))
  }
  await ports.looks.refused(member, number)
  return refuse(c, 'noCase')
}
