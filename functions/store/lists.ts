import { and, asc, desc, eq, gt, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { ListedCase } from '#domain/desk/listing.ts'
import type { Keys } from '#keys'
import type { ListQuery, Store } from '#store/ports/store.ts'
import type { Db } from './client.ts'
import { logId } from './log-id.ts'
import { blindIndex, caseListing, cases, readLog } from './schema.ts'

/** What the desk reads: lists by one scope and one index, a person's cases, the read log. */

type Reading = 'list' | 'countList' | 'findPerson' | 'linesOf' | 'numbersIn' | 'logRead'

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

const wanted = ({
  scope,
  order,
  waits,
  colour,
  dueBefore,
  changedFrom,
  changedBefore,
  turnedFrom,
}: Omit<ListQuery, 'after' | 'limit'>) => [
  eq(caseListing.scope, scope),
  order === 'changed' ? undefined : eq(caseListing.open, true),
  waits === undefined ? undefined : eq(caseListing.waits, waits),
  colour === undefined ? undefined : eq(caseListing.colour, colour),
  dueBefore === undefined ? undefined : lt(caseListing.dueAt, dueBefore),
  changedFrom === undefined ? undefined : gte(caseListing.changedAt, changedFrom),
  changedBefore === undefined ? undefined : lt(caseListing.changedAt, changedBefore),
  turnedFrom === undefined ? undefined : gte(caseListing.turnedAt, turnedFrom),
]

/** Past the last line of the page before: keys, not offsets, so that a page costs what it shows. */
const past = ({ order, after }: ListQuery): SQL | undefined => {
  if (!after) return undefined
  const { key, caseId } = after
  return order === 'due'
    ? or(gt(caseListing.dueAt, key), and(eq(caseListing.dueAt, key), gt(caseListing.caseId, caseId)))
    : or(lt(caseListing.changedAt, key), and(eq(caseListing.changedAt, key), lt(caseListing.caseId, caseId)))
}

/** A bound the index can start from; `past` alone is an OR, which it cannot. */
const from = ({ order, after }: ListQuery): SQL | undefined =>
  after &&
  (order === 'due' ? sql`${caseListing.dueAt} >= ${after.key}` : lte(caseListing.changedAt, after.key))

/** One case may be listed under several of a person's scopes. */
const once = (lines: ListedCase[]): ListedCase[] =>
  lines.filter((line, index) => lines.findIndex(({ caseId }) => caseId === line.caseId) === index)

const orders = {
  due: [asc(caseListing.dueAt), asc(caseListing.caseId)],
  changed: [desc(caseListing.changedAt), desc(caseListing.caseId)],
  turned: [desc(caseListing.turnedAt), desc(caseListing.caseId)],
}

export const makeDesk = (db: Db, keys: Keys): Pick<Store, Reading> => ({
  list: (query) =>
    db
      .select(lineColumns)
      .from(caseListing)
      .innerJoin(cases, eq(cases.id, caseListing.caseId))
      .where(and(...wanted(query), from(query), past(query)))
      .orderBy(...orders[query.order])
      .limit(query.limit),

  async countList(query, most) {
    const rows = db
      .select({ one: sql`1`.as('one') })
      .from(caseListing)
      .where(and(...wanted(query)))
      .limit(most)
      .as('rows')
    const [counted] = await db.select({ count: sql<number>`count(*)` }).from(rows)
    return counted?.count ?? 0
  },

  async findPerson(field, text, scopes) {
    const hash = await keys.mac(field === 'phone' ? 'blind-phone' : 'blind-name', text)
    const found = await db
      .select(lineColumns)
      .from(blindIndex)
      .innerJoin(caseListing, eq(caseListing.caseId, blindIndex.caseId))
      .innerJoin(cases, eq(cases.id, blindIndex.caseId))
      .where(and(eq(blindIndex.field, field), eq(blindIndex.hash, hash), inArray(caseListing.scope, scopes)))
      .limit(200)
    return once(found)
  },

  async linesOf(caseIds, scopes) {
    const found = await db
      .select(lineColumns)
      .from(caseListing)
      .innerJoin(cases, eq(cases.id, caseListing.caseId))
      .where(and(inArray(caseListing.caseId, caseIds), inArray(caseListing.scope, scopes)))
    return once(found)
  },

  async numbersIn(regions, units, limit) {
    const rows = await db
      .select({ number: cases.number })
      .from(cases)
      .where(or(inArray(cases.region, regions), inArray(cases.unit, units)))
      .limit(limit)
    return rows.map(({ number }) => number)
  },

  async logRead(entry, limit) {
    const [, reads] = await db.batch([
      db.insert(readLog).values({ ...entry, id: logId(entry.at) }),
      db
        .select({ staff: readLog.staff, kind: readLog.kind, at: readLog.at })
        .from(readLog)
        .where(eq(readLog.caseId, entry.caseId))
        .orderBy(desc(readLog.id))
        .limit(limit),
    ])
    return reads
  },
})
