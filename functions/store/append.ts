import { and, eq } from 'drizzle-orm'
import type { Keys } from '../keys.ts'
import type { Db } from './client.ts'
import { chainRefused } from './errors.ts'
import { caseEvent, caseKey, cases, outbox } from './schema.ts'
import { eventRow, openCaseKey } from './sealing.ts'
import type { CaseRecord, NewEvent, Store } from './store.ts'

const keyFor = async (db: Db, keys: Keys, record: CaseRecord, event: NewEvent): Promise<CryptoKey | null> => {
  if (!event.scope || event.words === undefined) return null
  const [row] = await db
    .select({ wrapped: caseKey.wrapped })
    .from(caseKey)
    .where(and(eq(caseKey.caseId, record.id), eq(caseKey.scope, event.scope)))
  const key = row && (await openCaseKey(keys, record.id, event.scope, row.wrapped))
  if (!key) throw new Error(`case_key ${record.id} ${event.scope}: missing or not readable`)
  return key
}

/** `append` of the Store: event, head and outbox row in one batch. */
export const makeAppend =
  (db: Db, keys: Keys): Store['append'] =>
  async (record, event, change) => {
    const key = await keyFor(db, keys, record, event)
    const row = await eventRow(record.id, record.headSeq + 1, record.headHash, event, key)
    const { status, subject, nextChangeAt } = change
    try {
      await db.batch([
        db.insert(caseEvent).values(row),
        db
          .update(cases)
          .set({ unit: event.unit, status, subject, nextChangeAt, headSeq: row.seq, headHash: row.hash })
          .where(eq(cases.id, record.id)),
        db.insert(outbox).values({ caseId: record.id, seq: row.seq, kind: event.kind, at: event.at }),
      ])
      return 'appended'
    } catch (error) {
      if (chainRefused(error)) return 'stale'
      throw error
    }
  }
