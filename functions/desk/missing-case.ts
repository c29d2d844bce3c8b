import type { Context } from 'hono'
import { refuse } from '#http/refusals.tsx'
import { type DeskCasePorts, memberOf } from './ports.ts'

/** A case that is not there, or not for this person: one answer for both, written down before it is given. */
export const missingCase = async (ports: DeskCasePorts, c: Context) => {
  await ports.looks.refused(memberOf(c), c.req.param('number') ?? '')
  return refuse(c, 'notFound')
}
