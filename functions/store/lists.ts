import { and, asc, desc, eq, gte, inArray, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { ListedCase } from '#domain/desk/listing.ts'
import { sumsWith } from '#domain/desk/marks.ts'
import { personWaits, type Waits, waitsAfterEnd } from '#domain/words/waits.ts'
import type { CountQuery, DeskStore, ListQuery } from '#store/ports/desk.ts'
import type { Base } from './base.ts'
import { type Db, inOneTrip } from './client.ts'
import { dueValues } from './due-order.ts'
import { lineColumns, openTo } from './list-lines.ts'
import { caseListing, cases } from './schema.ts'

/** The lists of the desk: cases by one scope and one index. */

type Lists = Pick<DeskStore, 'list' | 'overview'>

/** What waits is read through its own indexes, which have ended cases too; few things wait after the end. */
const waitingFor = (waits: Waits) => [
  eq(caseListing.waits, waits),
  // In the words of the partial indexes, which are not used otherwise.
  sql`"case_listing"."waits" <> ''`,
  // The plus keeps the indexes out that begin with open cases and know nothing of what waits.
  waitsAfterEnd.includes(waits) ? undefined : sql`+${caseListing.open} = 1`,
]

const wanted = (db: Db, query: CountQuery) => {
  const { scope, reader, order, waits, colour, dueFrom, dueBefore, mark, place } = query
  const { changedFrom, changedBefore, turnedFrom } = query
  return [
    eq(caseListing.scope, scope),
    reader === undefined ? undefined : openTo(db, reader),
    // A case with a mark is open; without the column, the lists of marks are read through their own index.
    order === 'changed' || mark !== undefined || waits !== undefined
      ? undefined
      : inArray(caseListing.open, [true]),
    ...(waits === undefined ? [] : waitingFor(waits)),
    query.waiting ? ne(caseListing.waits, '') : undefined,
    colour === undefined ? undefined : eq(caseListing.colour, colour),
    dueFrom === undefined ? undefined : gte(caseListing.dueAt, dueFrom),
    dueBefore === undefined ? undefined : lt(caseListing.dueAt, dueBefore),
    changedFrom === undefined ? undefined : gte(caseListing.changedAt, changedFrom),
    changedBefore === undefined ? undefined : lt(caseListing.changedAt, changedBefore),
    turnedFrom === undefined ? undefined : gte(caseListing.turnedAt, turnedFrom),
    // In the words of the partial index, which is not used otherwise.
    mark === undefined ? undefined : sql`"case_listing"."marks" <> 0`,
    mark === undefined ? undefined : inArray(caseListing.marks, sumsWith(mark)),
    place === undefined ? undefined : eq(caseListing.place, place),
  ]
}

/** Rows after the last line of the previous page. An index starts at a row value: a page reads only the rows it shows. */
const past = ({ order, after }: ListQuery): SQL | undefined => {
  if (!after) return undefined
  const { dueAt, changedAt, filedAt, caseId } = caseListing
  return order === 'due'
    ? sql`(${dueAt}, ${filedAt}, ${caseId}) > ${dueValues(after)}`
    : sql`(${changedAt}, ${caseId}) < ${[after.key, after.caseId]}`
}

/** Leaves the later of two lower bounds: SQLite starts from one of them only, which could be the first day of the list. */
const oneStart = (query: ListQuery): ListQuery => {
  const { order, after, dueFrom } = query
  if (order !== 'due' || !after || dueFrom === undefined) return query
  return after.key < dueFrom ? { ...query, after: undefined } : { ...query, dueFrom: undefined }
}

/** How long it waits; nothing that waits is last. */
const longest = [
  sql`${caseListing.waitsSince} IS NULL`,
  asc(caseListing.waitsSince),
  asc(caseListing.filedAt),
  asc(caseListing.caseId),
]

/** First those in which somebody of the case waits for a word. */
const byWaiting = [sql`${inArray(caseListing.waits, [...personWaits])} DESC`, ...longest]

const orders = {
  due: [asc(caseListing.dueAt), asc(caseListing.filedAt), asc(caseListing.caseId)],
  'due-waiting': [asc(caseListing.dueAt), ...byWaiting],
  waiting: byWaiting,
  changed: [desc(caseListing.changedAt), desc(caseListing.caseId)],
  turned: [desc(caseListing.turnedAt), desc(caseListing.caseId)],
}

/** Of one thing that waits, the same in the words of an index: reading stops with the last line. */
const ofOneWait = {
  ...orders,
  'due-waiting': [asc(caseListing.dueAt), ...longest.slice(1)],
  waiting: longest.slice(1),
}

/** In the words of the indexes by how long something waits, which have no list of what is below. */
const byHowLong = ({ scope, waits, order }: ListQuery): SQL | undefined =>
  waits !== undefined && order.endsWith('waiting') && !scope.startsWith('below:')
    ? sql`substr("case_listing"."scope", 1, 6) <> 'below:'`
    : undefined

const page = (db: Db, asked: ListQuery) => {
  const query = oneStart(asked)
  return db
    .select(lineColumns)
    .from(caseListing)
    .innerJoin(cases, eq(cases.id, caseListing.caseId))
    .where(and(...wanted(db, query), byHowLong(query), past(query)))
    .orderBy(...(query.waits === undefined ? orders : ofOneWait)[query.order])
    .limit(query.limit)
}

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

export const listing = ({ db }: Base): Lists => ({
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
})
