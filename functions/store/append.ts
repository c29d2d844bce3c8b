import { and, eq } from 'drizzle-orm'
import { area, unit } from '../domain/areas.ts'
import type { Scope } from '../domain/events.ts'
import type { Keys } from '../keys.ts'
import type { Db } from './client.ts'
import { chainRefused } from './errors.ts'
import { colourColumns, listingStatements } from './listing.ts'
import { blindIndex, caseEvent, caseKey, cases, outbox } from './schema.ts'
import { eventRow, newCaseKey, openCaseKey } from './sealing.ts'
import type { CaseRecord, NewEvent, Store } from './store.ts'

const keyFor = async (db: Db, keys: Keys, record: CaseRecord, event: NewEvent): Promise<CryptoKey | null> => {
  if (!event.scope || event.words === undefined) return null
  const [row] = await db
    .select({ wrapped: caseKey.wrapped })
    .from(caseKey)
    .where(and(eq(caseKey.caseId, record.id), eq(caseKey.scope, event.scope)))
  const key = row && (await openCaseKey(keys, record.id, event.scope, row.wrapped))
  // The person was erased: nothing is sealed for him any more.
  if (!row && event.scope !== 'record') return null
  if (!key) throw new Error(`case_key ${record.id} ${event.scope}: missing or not readable`)
  return key
}

/** Seals and chains new events behind the head of a case. */
const chain = async (
  db: Db,
  keys: Keys,
  record: CaseRecord,
  events: NewEvent[],
  joining: { scope: Scope; key: CryptoKey } | undefined,
) => {
  const rows: Awaited<ReturnType<typeof eventRow>>[] = []
  for (const [index, event] of events.entries()) {
    const key =
      event.scope === joining?.scope ? (joining?.key ?? null) : await keyFor(db, keys, record, event)
    const prev = rows.at(-1)?.hash ?? record.headHash
    const { scope: _, words: __, ...bare } = event
    const kept = event.scope && !key ? bare : event
    rows.push(await eventRow(record.id, record.headSeq + 1 + index, prev, kept, key))
  }
  return rows
}

/** `append` of the Store: events, head, lists and outbox rows in one batch. */
export const makeAppend =
  (db: Db, keys: Keys): Store['append'] =>
  async (record, events, { status, subject, people, danger, region, codeHash, party, entry }) => {
    const [last] = events.slice(-1)
    if (!last) return 'appended'
    const joining = party && { ...(await newCaseKey(keys, record.id, party.scope)), scope: party.scope }
    const rows = await chain(db, keys, record, events, joining)
    const named = party && {
      ...{ field: 'name' as const, caseId: record.id, scope: party.scope },
      hash: await keys.mac('blind-name', party.name),
    }
    const head = rows.at(-1) ?? { seq: record.headSeq, hash: record.headHash }
    const at = area(unit(last.unit).area)
    const { nextChangeAt } = entry
    const told = rows.map((row) => ({ caseId: record.id, seq: row.seq, kind: row.kind, at: row.at }))
    try {
      await db.batch([
        db.insert(caseEvent).values(rows),
        db
          .update(cases)
          .set({
            ...{ unit: last.unit, level: at.level, status, subject, people, danger, region, nextChangeAt },
            ...{ headSeq: head.seq, headHash: head.hash },
            ...colourColumns(entry.colour, last.at),
            ...(codeHash !== undefined && { codeHash, codeTemporary: false }),
          })
          .where(eq(cases.id, record.id)),
        ...listingStatements(db, record.id, entry),
        ...(joining ? [db.insert(caseKey).values(joining.row)] : []),
        ...(named ? [db.insert(blindIndex).values(named)] : []),
        db.insert(outbox).values(told),
      ])
      return 'appended'
    } catch (error) {
      if (chainRefused(error)) return 'stale'
      throw error
    }
  }
