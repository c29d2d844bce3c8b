import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import type { DeskEntry } from '../domain/desk-entry.ts'
import { alarming } from '../domain/warnings.ts'
import type { Db } from './client.ts'
import { recordColumns } from './record.ts'
import { caseListing, cases } from './schema.ts'
import type { Store } from './store.ts'

const chunks = <T>(rows: T[], size: number): T[][] =>
  rows.length === 0 ? [] : [rows.slice(0, size), ...chunks(rows.slice(size), size)]

/** A case's colour, and since when it has been alarming: the moment its rank last changed, null while it is calm. */
export const colourColumns = (colour: number, at: number) => ({
  colour,
  turnedAt: sql`CASE WHEN ${colour} < ${alarming} THEN NULL WHEN ${cases.colour} IS ${colour} THEN ${cases.turnedAt} ELSE ${at} END`,
})

/** The derived rows of a case, taken away and made anew; part of the batch that changed it. */
export const listingStatements = (db: Db, caseId: string, { scopes, ...standing }: DeskEntry) => {
  const turnedAt = sql`(SELECT ${cases.turnedAt} FROM ${cases} WHERE ${cases.id} = ${caseId})`
  const { open, dueAt, colour, waits, changedAt } = standing
  const rows = scopes.map((scope) => ({ caseId, scope, open, dueAt, colour, waits, changedAt, turnedAt }))
  return [
    db.delete(caseListing).where(eq(caseListing.caseId, caseId)),
    // D1 binds at most 100 values a statement; a row has eight.
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

  async refresh(record, entry, now) {
    // Somebody moved the case meanwhile: then its rows are newer than what is known here.
    const unmoved = db
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.id, record.id), eq(cases.headSeq, record.headSeq)))
    const { dueAt, colour, nextChangeAt } = entry
    const turnedAt = sql`(SELECT ${cases.turnedAt} FROM ${cases} WHERE ${cases.id} = ${record.id})`
    await db.batch([
      db
        .update(cases)
        .set({ nextChangeAt, ...colourColumns(colour, now) })
        .where(and(eq(cases.id, record.id), eq(cases.headSeq, record.headSeq))),
      db.update(caseListing).set({ dueAt, colour, turnedAt }).where(inArray(caseListing.caseId, unmoved)),
    ])
  },
})
