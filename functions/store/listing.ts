import { and, eq, inArray, lte } from 'drizzle-orm'
import type { DeskEntry } from '../domain/desk-entry.ts'
import type { Db } from './client.ts'
import { recordColumns } from './record.ts'
import { caseListing, cases } from './schema.ts'
import type { Store } from './store.ts'

const chunks = <T>(rows: T[], size: number): T[][] =>
  rows.length === 0 ? [] : [rows.slice(0, size), ...chunks(rows.slice(size), size)]

/** The derived rows of a case, taken away and made anew; part of the batch that changed it. */
export const listingStatements = (db: Db, caseId: string, { scopes, ...standing }: DeskEntry) => {
  const { open, dueAt, colour, waits, changedAt } = standing
  const rows = scopes.map((scope) => ({ caseId, scope, open, dueAt, colour, waits, changedAt }))
  return [
    db.delete(caseListing).where(eq(caseListing.caseId, caseId)),
    // D1 binds at most 100 values a statement; a row has seven.
    ...chunks(rows, 12).map((some) => db.insert(caseListing).values(some)),
  ] as const
}

/** What the scheduler needs: cases that change by themselves, and their rows made anew. */
export const makeRefreshing = (db: Db): Pick<Store, 'dueCases' | 'refresh' | 'postpone'> => ({
  async postpone(caseId, until) {
    await db.update(cases).set({ nextChangeAt: until }).where(eq(cases.id, caseId))
  },

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
