import { sql } from 'drizzle-orm'
import { hex } from '#domain/basics/hex.ts'
import { partyScope } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { noticeWindow } from '#domain/notices/bounds.ts'
import { peopleToTell } from '#domain/notices/notices.ts'
import type { Base } from '#store/base.ts'
import { outbox } from './schema.ts'

/** The rows of the outbox that belong to the batch of an event. */

/**
 * Statements that add a notice for each person the events tell: none for a code that staff have seen. While an earlier
 * notice to the same person waits, it tells of these events too.
 */
export const noticeStatements = (
  { db, random }: Pick<Base, 'db' | 'random'>,
  caseId: string,
  events: NewEvent[],
) => {
  const at = events.at(-1)?.at ?? 0
  return peopleToTell(events).map((party) =>
    db
      .insert(outbox)
      .select(
        sql`SELECT ${hex(random(16))}, 'holder', ${caseId}, ${partyScope(party)}, 'due', ${at}, ${at + noticeWindow}, 0, 0 FROM case_code WHERE case_id = ${caseId} AND party = ${party} AND staff_saw = 0`,
      )
      .onConflictDoUpdate({
        target: [outbox.caseId, outbox.recipient, outbox.kind],
        targetWhere: sql`state IN ('due', 'failed')`,
        set: { madeAt: at },
      }),
  )
}
