import { and, eq, inArray, lte } from 'drizzle-orm'
import type { DeskEntry } from '../domain/desk-entry.ts'
import type { Db } from './client.ts'
import { recordColumns } from './record.ts'
import { caseListing, cases } from './schema.ts'
import type { Store } from './store.ts'

/** The derived rows of a case, taken away and made anew; part of the batch that changed it. */
export const listingStatements = (db: Db, caseId: string, { scopes, ...standing }: DeskEntry) => {
  const { open, dueAt, colour, waits, changedAt } = standing
  const rows = scopes.map((scope) => ({ caseId, scope, open, dueAt, colour, waits, changedAt }))
  return [
    db.delete(caseListing).where(eq(caseListing.caseId, caseId)),
    ...(rows.length > 0 ? [db.insert(caseListing).values(rows)] : []),
  ] as const
}

/** What the scheduler needs: cases that change by themselves, and their rows made anew. */
export const makeRefreshing = (db: Db): Pick<Store, 'dueCases' | 'refresh'> => ({
  dueCases: (now, limit) =>
    db
      .select(recordColumns)
      .from(cases)
      .where(lte(cases.nextChangeAt, now))
      .orderBy(cases.nextChangeAt)
      .limit(limit),

  async refresh(record, entry) {
    // Somebody moved the case meanwhile: then its rows are newer than what is known here.
    const unmoved = db
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.id, record.id), eq(cases.headSeq, record.headSeq)))
    const { dueAt, colour, nextChangeAt } = entry
    await db.batch([
      db.update(caseListing).set({ dueAt, colour }).where(inArray(caseListing.caseId, unmoved)),
      db
        .update(cases)
        .set({ nextChangeAt })
        .where(and(eq(cases.id, record.id), eq(cases.headSeq, record.headSeq))),
    ])
  },
})
