import { and, desc, eq, gte, inArray, lt, ne, type SQL, sql } from 'drizzle-orm'
import { logLife, sweepRows } from '#domain/basics/bounds.ts'
import { hex } from '#domain/basics/hex.ts'
import type { Random } from '#domain/basics/random.ts'
import { logId, logIdFrom, logInstant, noticeKinds, ownLogRows } from '#domain/staff/desk-log.ts'
import type { Db } from '#store/client.ts'
import type { DeskLogEntry, DeskLogRow, LogStore } from '#store/ports/staff/log.ts'
import type { StaffBase } from './base.ts'
import { deskLog } from './schema.ts'

let written = 0

/** A counter keeps rows of one instant in order within this process; random bytes keep processes distinct. */
const nextSuffix = (random: Random): string => {
  written = (written + 1) % 0x1000000
  return `${written.toString(16).padStart(6, '0')}${hex(random(6))}`
}

const unitOf = (userId: string) =>
  sql<string>`coalesce((SELECT unit FROM staff_user WHERE staff_user.id = ${userId}), '')`

/**
 * The statement that writes a row. It reads the current units from the accounts and the case id from the number, so
 * that a hidden case and a case that does not exist take the same statement.
 */
export const logStatement = ({ db, random }: StaffBase, entry: DeskLogEntry) => {
  const { subject, actor, kind, at, data = {}, mark = null, caseNumber } = entry
  return db.insert(deskLog).values({
    subject,
    actor,
    kind,
    mark,
    id: logId(at, nextSuffix(random)),
    unit: unitOf(actor),
    place: unitOf(subject),
    caseId: caseNumber === undefined ? null : sql`(SELECT id FROM cases WHERE number = ${caseNumber})`,
    data: JSON.stringify(data),
  })
}

/** The statement that deletes a bounded number of expired rows; the trigger refuses to delete younger ones. */
export const sweepLogStatement = (db: Db, now: number) => {
  const newest = sql`(SELECT CAST(substr(max(id), 1, 13) AS INTEGER) FROM desk_log)`
  const before = sql`printf('%013d', min(${now}, ${newest}) - ${logLife})`
  const old = sql`(SELECT subject, id FROM desk_log WHERE id < ${before} ORDER BY id LIMIT ${sweepRows})`
  return db.delete(deskLog).where(sql`(subject, id) IN ${old}`)
}

const toRow = ({ data, ...row }: typeof deskLog.$inferSelect): DeskLogRow => ({
  ...row,
  at: logInstant(row.id),
  data: JSON.parse(data) as DeskLogRow['data'],
})

// One parameter for any number of units: D1 binds at most 100 values per statement.
const oneOf = (values: string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** The log of the desk: append-only, read by subject or by time. */
export const makeStaffLog = (base: StaffBase): LogStore => {
  const { db } = base
  const read = async (limit: number, ...conditions: (SQL | undefined)[]) =>
    (
      await db
        .select()
        .from(deskLog)
        .where(and(...conditions))
        .orderBy(desc(deskLog.id))
        .limit(limit)
    ).map(toRow)
  const about = (subject: string) => eq(deskLog.subject, subject)

  return {
    async log(entry) {
      await logStatement(base, entry)
    },

    ownLog: (subject, limit) => read(limit, about(subject)),

    logPage: ({ units, subject, from, to, limit }) =>
      read(
        limit,
        from === undefined ? undefined : gte(deskLog.id, logIdFrom(from)),
        to === undefined ? undefined : lt(deskLog.id, typeof to === 'string' ? to : logIdFrom(to)),
        units ? sql`${deskLog.place} IN ${oneOf(units)}` : undefined,
        subject === undefined ? undefined : about(subject),
      ),

    // The newest row of each kind and actor: later rows must not push out what another person did, or another kind.
    notices: (subject, since) => {
      const newest = db
        .select({ id: sql`max(${deskLog.id})` })
        .from(deskLog)
        .where(
          and(
            about(subject),
            ne(deskLog.actor, subject),
            gte(deskLog.id, logIdFrom(since)),
            inArray(deskLog.kind, [...noticeKinds]),
          ),
        )
        .groupBy(deskLog.kind, deskLog.actor)
      return read(ownLogRows, about(subject), inArray(deskLog.id, newest))
    },

    async makersOf(subject, since) {
      const rows = await db
        .selectDistinct({ actor: deskLog.actor })
        .from(deskLog)
        .where(
          and(
            about(subject),
            gte(deskLog.id, logIdFrom(since)),
            inArray(deskLog.kind, ['created', 'changed', 'link', 'reactivated', 'factor-removed']),
          ),
        )
      return rows.map(({ actor }) => actor)
    },
  }
}
