import { and, eq, inArray, lte, or, sql } from 'drizzle-orm'
import { logLife, sweepRows } from '#domain/basics/bounds.ts'
import { holderNoticeLife, staffNoticeLife } from '#domain/notices/bounds.ts'
import type { SchedulerStore } from '#store/ports/scheduler.ts'
import type { Base } from './base.ts'
import { ledgerDraft } from './importing/schema.ts'
import { letterNumber } from './letters/schema.ts'
import { outbox } from './notices/schema.ts'
import { guessMark, postReceipt, readLog } from './schema.ts'

/**
 * Deletes expired rows by index, a bounded number with each run of the scheduler. The age of log rows is measured from
 * the newest row, as the log's trigger does.
 */
export const sweeping = ({ db }: Base): Pick<SchedulerStore, 'sweep'> => ({
  async sweep(now) {
    const receipts = db
      .select({ keyHash: postReceipt.keyHash })
      .from(postReceipt)
      .where(lte(postReceipt.expiresAt, now))
      .limit(sweepRows)
    const marks = db
      .select({ key: guessMark.key })
      .from(guessMark)
      .where(lte(guessMark.expiresAt, now))
      .limit(sweepRows)
    const letters = db
      .select({ hash: letterNumber.hash })
      .from(letterNumber)
      .where(lte(letterNumber.expiresAt, now))
      .limit(sweepRows)
    const notices = db
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        or(
          and(eq(outbox.kind, 'holder'), lte(outbox.madeAt, now - holderNoticeLife)),
          and(inArray(outbox.kind, ['wecom', 'email']), lte(outbox.madeAt, now - staffNoticeLife)),
        ),
      )
      .limit(sweepRows)
    const oldest = sql`(SELECT max(${readLog.at}) FROM ${readLog}) - ${logLife}`
    await db.batch([
      db.delete(postReceipt).where(inArray(postReceipt.keyHash, receipts)),
      db.delete(guessMark).where(inArray(guessMark.key, marks)),
      db
        .delete(ledgerDraft)
        .where(
          sql`(${ledgerDraft.id}, ${ledgerDraft.part}) IN (SELECT ${ledgerDraft.id}, ${ledgerDraft.part} FROM ${ledgerDraft} WHERE ${ledgerDraft.expiresAt} <= ${now} LIMIT ${sweepRows})`,
        ),
      db.delete(letterNumber).where(inArray(letterNumber.hash, letters)),
      db.delete(outbox).where(inArray(outbox.id, notices)),
      db
        .delete(readLog)
        .where(
          sql`(${readLog.caseId}, ${readLog.id}) IN (SELECT ${readLog.caseId}, ${readLog.id} FROM ${readLog} WHERE ${readLog.at} <= ${oldest} LIMIT ${sweepRows})`,
        ),
    ])
  },
})
