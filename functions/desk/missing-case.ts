import type { Context } from 'hono'
import { refuse } from '#http/refusals.tsx'
import { type DeskCasePorts, memberOf } from './ports.ts'

/** Answers 404 both for a case that does not exist and for one hidden from this person; logs the request first. */
export const missingCase = async (ports: DeskCasePorts, c: Context) => {
  await ports.looks.refused(memberOf(c), c.req.param('number') ?? '')
  return refuse(c, 'notFound')
}
