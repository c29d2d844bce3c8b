import { Hono } from 'hono'
import { moveFault } from '#domain/moves/rules.ts'
import { isMoveKind } from '#domain/moves/table.ts'
import { casePath, movePath, withQuery } from '#domain/routes/desk.ts'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import { openCase } from '../case/open-case.ts'
import { openedFrom } from '../lists/opened-from.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { seenBefore } from './move-href.ts'
import { postMove } from './post-move.ts'
import { movePages } from './show-move.tsx'

/** /desk/cases/<number>/<move>: shows the form of a move and makes the move. */
export const moveRoutes = (ports: DeskCasePorts): Hono => {
  const { showForm } = movePages(ports)
  return new Hono()
    .get(movePath(':number', ':kind'), async (c) => {
      const { number = '', kind = '' }: Record<string, string> = c.req.param()
      const deskCase = await openCase(ports, memberOf(c), number)
      if (!deskCase) return missingCase(ports, c)
      // The answer does not tell whether the number or the move is wrong.
      if (!isMoveKind(kind)) return refuse(c, 'notFound')
      return moveFault(kind, deskCase.standing)
        ? seeOther(c, withQuery(casePath(number), openedFrom(c).query))
        : showForm(c, deskCase, kind, { before: seenBefore(c, kind, deskCase.events, memberOf(c)) })
    })
    .post(movePath(':number', ':kind'), postMove(ports))
}
