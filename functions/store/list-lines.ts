import { and, eq, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { ListedCase } from '#domain/desk/listing.ts'
import type { Db } from './client.ts'
import { caseListing, cases } from './schema.ts'

/** What lists and searches of the desk share: the columns of a line, and whom a case is kept from. */

export const lineColumns = {
  caseId: caseListing.caseId,
  number: cases.number,
  subject: cases.subject,
  track: cases.track,
  category: cases.category,
  region: cases.region,
  status: cases.status,
  unit: cases.unit,
  filedAt: caseListing.filedAt,
  dueAt: caseListing.dueAt,
  colour: caseListing.colour,
  waits: caseListing.waits,
  waitsSince: caseListing.waitsSince,
  callAsked: caseListing.callAsked,
  changedAt: caseListing.changedAt,
  imported: cases.imported,
} satisfies Record<keyof ListedCase, unknown>

/** Leaves out the cases that a member of staff must keep out of (回避); read through the key of the rows. */
export const openTo = (db: Db, reader: string) => {
  const own = alias(caseListing, 'own')
  return notExists(
    db
      .select({ one: sql`1` })
      .from(own)
      .where(and(eq(own.caseId, caseListing.caseId), eq(own.scope, `recused:${reader}`))),
  )
}

/** Removes duplicates: a case can be listed under several scopes of the same person. */
export const once = (lines: ListedCase[]): ListedCase[] =>
  lines.filter((line, index) => lines.findIndex(({ caseId }) => caseId === line.caseId) === index)
