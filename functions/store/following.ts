import { and, asc, eq, isNull } from 'drizzle-orm'
import { complainant } from '../domain/events.ts'
import type { Keys } from '../keys.ts'
import type { Db } from './client.ts'
import { recordColumns } from './record.ts'
import { caseEvent, caseKey, cases } from './schema.ts'
import { openCaseKey, openWords, toEvent } from './sealing.ts'
import type { Store } from './store.ts'

type Finding = 'codeHash' | 'findByCode' | 'findByNumber' | 'follow' | 'history' | 'markFollowed'

const eventsOf = (db: Db, caseId: string) =>
  db.select().from(caseEvent).where(eq(caseEvent.caseId, caseId)).orderBy(asc(caseEvent.seq))

/** A message's sealed words are `{ text }`. */
const isMessage = (words: unknown): words is { text: string } =>
  typeof words === 'object' && words !== null && 'text' in words && typeof words.text === 'string'

/** Finding and reading one case. */
export const makeFollowing = (db: Db, keys: Keys): Pick<Store, Finding> => ({
  codeHash: (trackingCode) => keys.mac('tracking-code', trackingCode),

  async findByCode(codeHash) {
    const [record] = await db.select(recordColumns).from(cases).where(eq(cases.codeHash, codeHash))
    return record ?? null
  },

  async findByNumber(number) {
    const [record] = await db.select(recordColumns).from(cases).where(eq(cases.number, number))
    return record ?? null
  },

  async history(caseId) {
    return (await eventsOf(db, caseId)).map(toEvent)
  },

  async follow(codeHash) {
    const [found] = await db
      .select({ record: recordColumns, wrapped: caseKey.wrapped })
      .from(cases)
      .leftJoin(caseKey, and(eq(caseKey.caseId, cases.id), eq(caseKey.scope, complainant)))
      .where(eq(cases.codeHash, codeHash))
    if (!found) return null
    const { record, wrapped } = found
    const rows = await eventsOf(db, record.id)
    const key = wrapped && (await openCaseKey(keys, record.id, complainant, wrapped))
    const messages: { seq: number; text: string }[] = []
    // What the complainant himself gave (`party`) is sealed under the same key and is not read here.
    for (const row of rows) {
      if (row.kind === 'party' || row.scope !== complainant || !row.sealed || !key) continue
      const words = await openWords(key, { ...row, sealed: row.sealed })
      if (isMessage(words)) messages.push({ seq: row.seq, text: words.text })
    }
    return { record, events: rows.map(toEvent), messages }
  },

  async markFollowed(caseId, at) {
    await db
      .update(cases)
      .set({ firstFollowedAt: at })
      .where(and(eq(cases.id, caseId), isNull(cases.firstFollowedAt)))
  },
})
