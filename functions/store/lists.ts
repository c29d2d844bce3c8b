import { and, asc, desc, eq, gt, gte, inArray, lt, lte, notExists, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { ListScope } from '#domain/desk/access.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { complainant } from '#domain/history/events.ts'
import { waitsAfterEnd } from '#domain/words/waits.ts'
import type { CountQuery, DeskStore, ListQuery } from '#store/ports/desk.ts'
import type { Base } from './base.ts'
import { type Db, inOneTrip } from './client.ts'
import { chunks } from './listing-rows.ts'
import { blindIndex, caseListing, cases } from './schema.ts'

/** The lists of the desk: cases by one scope and one index, and the cases of a person. */

type Lists = Pick<
  DeskStore,
  'list' | 'overview' | 'countByRegion' | 'findPerson' | 'samePerson' | 'namesIn' | 'linesOf' | 'holdersOf'
>

const lineColumns = {
  caseId: caseListing.caseId,
  number: cases.number,
  subject: cases.subject,
  track: cases.track,
  category: cases.category,
  region: cases.region,
  status: cases.status,
  unit: cases.unit,
  filedAt: cases.filedAt,
  dueAt: caseListing.dueAt,
  colour: caseListing.colour,
  waits: caseListing.waits,
  changedAt: caseListing.changedAt,
} satisfies Record<keyof ListedCase, unknown>

/** Leaves out the cases that a member of staff must keep out of (回避); read through the key of the rows. */
const openTo = (db: Db, reader: string) => {
  const own = alias(caseListing, 'own')
  return notExists(
    db
      .select({ one: sql`1` })
      .from(own)
      .where(and(eq(own.caseId, caseListing.caseId), eq(own.scope, `recused:${reader}`))),
  )
}

const wanted = (
  db: Db,
  { scope, reader, order, waits, colour, dueBefore, changedFrom, changedBefore, turnedFrom }: CountQuery,
) => [
  eq(caseListing.scope, scope),
  reader === undefined ? undefined : openTo(db, reader),
  order === 'changed'
    ? undefined
    : inArray(caseListing.open, waitsAfterEnd.includes(waits ?? '') ? [true, false] : [true]),
  waits === undefined ? undefined : eq(caseListing.waits, waits),
  colour === undefined ? undefined : eq(caseListing.colour, colour),
  dueBefore === undefined ? undefined : lt(caseListing.dueAt, dueBefore),
  changedFrom === undefined ? undefined : gte(caseListing.changedAt, changedFrom),
  changedBefore === undefined ? undefined : lt(caseListing.changedAt, changedBefore),
  turnedFrom === undefined ? undefined : gte(caseListing.turnedAt, turnedFrom),
]

/** Rows after the last line of the previous page. Uses keys, not offsets: a page reads only the rows it shows. */
const past = ({ order, after }: ListQuery): SQL | undefined => {
  if (!after) return undefined
  const { key, caseId } = after
  return order === 'due'
    ? or(gt(caseListing.dueAt, key), and(eq(caseListing.dueAt, key), gt(caseListing.caseId, caseId)))
    : or(lt(caseListing.changedAt, key), and(eq(caseListing.changedAt, key), lt(caseListing.caseId, caseId)))
}

/** A lower bound the index can start from; `past` alone is an OR, which the index cannot use. */
const from = ({ order, after }: ListQuery): SQL | undefined =>
  after &&
  (order === 'due' ? sql`${caseListing.dueAt} >= ${after.key}` : lte(caseListing.changedAt, after.key))

/** Removes duplicates: a case can be listed under several scopes of the same person. */
const once = (lines: ListedCase[]): ListedCase[] =>
  lines.filter((line, index) => lines.findIndex(({ caseId }) => caseId === line.caseId) === index)

const orders = {
  due: [asc(caseListing.dueAt), asc(caseListing.caseId)],
  changed: [desc(caseListing.changedAt), desc(caseListing.caseId)],
  turned: [desc(caseListing.turnedAt), desc(caseListing.caseId)],
}

/** Scopes of persons: `staff:` or `lead:` and all that follow it, up to the next character. */
const ofPerson = (prefix: 'staff:' | 'lead:') =>
  and(gt(caseListing.scope, prefix), lt(caseListing.scope, prefix.replace(':', ';') as ListScope))

const page = (db: Db, query: ListQuery) =>
  db
    .select(lineColumns)
    .from(caseListing)
    .innerJoin(cases, eq(cases.id, caseListing.caseId))
    .where(and(...wanted(db, query), from(query), past(query)))
    .orderBy(...orders[query.order])
    .limit(query.limit)

/** The cases of a list, no more than `most`, without their order. */
const some = (db: Db, query: CountQuery, most: number) =>
  db
    .select({ caseId: caseListing.caseId })
    .from(caseListing)
    .where(and(...wanted(db, query)))
    .limit(most)
    .as('rows')

const counted = (db: Db, query: CountQuery, most: number) =>
  db.select({ count: sql<number>`count(*)` }).from(some(db, query, most))

const countedByRegion = (db: Db, query: CountQuery, most: number) => {
  const rows = some(db, query, most)
  return db
    .select({ region: cases.region, count: sql<number>`count(*)` })
    .from(rows)
    .innerJoin(cases, eq(cases.id, rows.caseId))
    .groupBy(cases.region)
}

export const listing = ({ db, keys }: Base): Lists => ({
  list: (query) => page(db, query),

  async overview(lists, counts, most) {
    const pages = lists.map((query) => page(db, query))
    const figures = counts.map((query) => counted(db, query, most))
    const answers = await inOneTrip<ListedCase[] | { count: number }[]>(db, [...pages, ...figures])
    return {
      lists: answers.slice(0, pages.length) as ListedCase[][],
      counts: (answers.slice(pages.length) as { count: number }[][]).map(([row]) => row?.count ?? 0),
    }
  },

  countByRegion: (queries, most) =>
    inOneTrip(
      db,
      queries.map((query) => countedByRegion(db, query, most)),
    ),

  async findPerson(field, forms, scopes, reader) {
    const hashes = await Promise.all(forms.map((form) => keys.mac(`blind-${field}`, form)))
    const found = await db
      .select(lineColumns)
      .from(blindIndex)
      .innerJoin(caseListing, eq(caseListing.caseId, blindIndex.caseId))
      .innerJoin(cases, eq(cases.id, blindIndex.caseId))
      .where(
        and(
          eq(blindIndex.field, field),
          inArray(blindIndex.hash, hashes),
          inArray(caseListing.scope, scopes),
          openTo(db, reader),
        ),
      )
      .limit(200)
    return once(found)
  },

  async samePerson(one, other) {
    const theirs = alias(blindIndex, 'theirs')
    const found = await db
      .select({ field: blindIndex.field })
      .from(blindIndex)
      .innerJoin(
        theirs,
        and(
          eq(theirs.field, blindIndex.field),
          eq(theirs.hash, blindIndex.hash),
          eq(theirs.caseId, other),
          eq(theirs.scope, complainant),
        ),
      )
      .where(and(eq(blindIndex.caseId, one), eq(blindIndex.scope, complainant)))
      .limit(1)
    return found.length > 0
  },

  async namesIn(caseId, names) {
    const found = await db
      .select({ hash: blindIndex.hash })
      .from(blindIndex)
      .where(and(eq(blindIndex.caseId, caseId), eq(blindIndex.field, 'name')))
    const hashes = await Promise.all(names.map((name) => keys.mac('blind-name', name)))
    return names.filter((_, index) => found.some(({ hash }) => hash === hashes[index]))
  },

  async linesOf(caseIds, scopes, reader) {
    const found = await db
      .select(lineColumns)
      .from(caseListing)
      .innerJoin(cases, eq(cases.id, caseListing.caseId))
      .where(
        and(inArray(caseListing.caseId, caseIds), inArray(caseListing.scope, scopes), openTo(db, reader)),
      )
    return once(found)
  },

  async holdersOf(caseIds) {
    const found = await inOneTrip<{ caseId: string; scope: string }[]>(
      db,
      chunks(caseIds, 90).map((part) =>
        db
          .select({ caseId: caseListing.caseId, scope: caseListing.scope })
          .from(caseListing)
          .where(and(inArray(caseListing.caseId, part), or(ofPerson('staff:'), ofPerson('lead:')))),
      ),
    )
    return found.flat().map(({ caseId, scope }) => ({
      caseId,
      staff: scope.slice(scope.indexOf(':') + 1),
      as: scope.startsWith('lead:') ? ('leader' as const) : ('assignee' as const),
    }))
  },
})
