import type { Context } from 'hono'
import { tracePath } from '#domain/routes/desk.ts'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import { type DeskCasePorts, memberOf } from './ports.ts'
import { openTrace } from './trace/open-trace.ts'

/**
 * Answers a page of a case that this person cannot open: leads to its trace if they have one; otherwise 404, both for a
 * case that does not exist and for one hidden from them, logged first.
 */
export const missingCase = async (ports: DeskCasePorts, c: Context) => {
  const number = c.req.param('number') ?? ''
  if (await openTrace(ports, memberOf(c), number)) return seeOther(c, tracePath(number))
  await ports.looks.refused(memberOf(c), number)
  return refuse(c, 'notFound')
}
