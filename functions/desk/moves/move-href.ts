import type { Context } from 'hono'
import type { CaseEvent } from '#domain/history/events.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { movePath, withQuery } from '#domain/routes/desk.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { queryValue } from '#http/query.ts'
import { actorOf } from './move-case.ts'

/**
 * What a member of staff has seen of a case is in the address of a form as well: a browser that goes back loads the form
 * anew, and a second press of the same words is known as the first by what was seen (`wasMadeBefore`).
 */

/** The address of the form of a move. @param query says which page the case was opened from */
export const moveHref = (number: string, kind: MoveKind, seen: number, query: string): string =>
  withQuery(withQuery(movePath(number, kind), query), `seen=${seen}`)

/** The number of the newest of these events, which their reader has seen. */
export const newestSeq = (events: readonly CaseEvent[]): number => events.at(-1)?.seq ?? 0

/**
 * What this form's reader had seen before they made the very move that it is for; null if it is the first time. Whatever
 * else the address says, the form begins with the case as it is.
 */
export const seenBefore = (
  c: Context,
  kind: MoveKind,
  events: readonly CaseEvent[],
  by: StaffMember,
): number | null => {
  const seen = Number(queryValue(c, 'seen'))
  const next = events.find(({ seq }) => seq === seen + 1)
  return next?.kind === kind && next.actor === actorOf(by).actor ? seen : null
}
