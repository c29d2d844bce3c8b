import { and, count, eq, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { hex } from '#domain/basics/hex.ts'
import type { ClaimedNotice, Settled } from '#domain/notices/attempts.ts'
import type { Base } from '#store/base.ts'
import { inOneTrip } from '#store/client.ts'
import type { NoticeStore } from '#store/ports/notices.ts'
import { outbox } from './schema.ts'

/** Claiming and settling the rows of the outbox: each condition is in the statement that writes (rules.md R25). */

const claimSql = `UPDATE outbox SET state = 'sending', next_at = ?3, attempts = attempts + 1, unsure = unsure + (state = 'sending')
  WHERE id IN (SELECT id FROM outbox WHERE state IN ('due', 'failed', 'sending') AND next_at <= ?1 AND made_at >= ?2 AND kind IN (SELECT value FROM json_each(?5)) ORDER BY next_at LIMIT ?4)
  RETURNING id, kind, case_id AS caseId, recipient, made_at AS madeAt, attempts, unsure`

/** The tasks that a unit sees, newer than the last notice of them. */
const staffSql = `INSERT INTO outbox (id, kind, case_id, recipient, state, made_at, next_at, attempts, unsure)
  SELECT ?1, ?2, '', ?3, 'due', ?4, ?4, 0, 0
  WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE case_id = '' AND recipient = ?3 AND kind = ?2 AND made_at >= ?5)
  AND EXISTS (SELECT 1 FROM case_listing WHERE scope = 'unit:' || ?3 AND open IN (0, 1) AND waits > '' AND changed_at > coalesce(
    (SELECT max(made_at) FROM outbox WHERE case_id = '' AND recipient = ?3 AND kind = ?2), ?6))
  ON CONFLICT DO NOTHING`

const isWaiting = ({ state }: Settled): boolean => state === 'due' || state === 'failed'

export const sendingNotices = ({ d1, db, random }: Base): Omit<NoticeStore, 'answersOf'> => {
  const claim = d1.prepare(claimSql)
  const staff = d1.prepare(staffSql)
  /** A sweep whose claim ended must not undo what another one has recorded since. */
  const own = ({ id, attempts }: ClaimedNotice) =>
    and(eq(outbox.id, id), eq(outbox.state, 'sending'), eq(outbox.attempts, attempts))
  const settling = (notice: ClaimedNotice, to: Settled | null): BatchItem<'sqlite'>[] => {
    if (to === null) return [db.delete(outbox).where(eq(outbox.id, notice.id))]
    if (to.state === 'sent') return [db.update(outbox).set(to).where(eq(outbox.id, notice.id))]
    const { caseId, recipient, kind } = notice
    const newer = sql`EXISTS (SELECT 1 FROM outbox AS newer WHERE newer.case_id = ${caseId} AND newer.recipient = ${recipient} AND newer.kind = ${kind} AND newer.state IN ('due', 'failed'))`
    return [
      ...(isWaiting(to) ? [db.delete(outbox).where(and(own(notice), newer))] : []),
      db.update(outbox).set(to).where(own(notice)),
    ]
  }
  return {
    async claimNotices({ now, since, until, kinds, limit }) {
      const { results } = await claim
        .bind(now, since, until, limit, JSON.stringify(kinds))
        .all<ClaimedNotice>()
      return results
    },

    async settleNotices(rows) {
      await inOneTrip(
        db,
        rows.flatMap(({ notice, to }) => settling(notice, to)),
      )
    },

    async addStaffNotices(recipients, { now, today, since }) {
      const statements = recipients.map(({ kind, unit }) =>
        staff.bind(hex(random(16)), kind, unit, now, today, since),
      )
      if (statements.length > 0) await d1.batch(statements)
    },

    countNotices: () => db.select({ state: outbox.state, count: count() }).from(outbox).groupBy(outbox.state),
  }
}
