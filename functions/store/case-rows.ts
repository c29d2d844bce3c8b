import { stateOf } from '#domain/history/case-state.ts'
import type { CaseEvent, EventData, Scope } from '#domain/history/events.ts'
import type { Unsealed } from '#domain/history/words.ts'
import type { Keys, SealingKey } from '#keys'
import type { CaseKeys, StoredCase } from '#store/ports/case.ts'
import { type Blob, toBytes } from './bytes.ts'
import { openCaseKey, openWords } from './sealing.ts'

/**
 * Builds one case from its rows. Statements are plain SQL and rows are read by column name, because the query builder
 * rebuilds both for each request, which was visible in a profile (docs/adr/0016-schema.md).
 */

/** Columns of `cases` that cannot be derived from the history. */
export interface HeadRow {
  id: string
  number: string
  subject: string | null
  filed_at: number
}

export interface EventRow {
  case_id: string
  seq: number
  kind: string
  actor: string
  at: number
  unit: string
  acting: string
  data: string
  scope: string
  sealed: Blob | null
  hash: string
}

export interface KeyRow {
  scope: string
  wrapped: Blob
}

/**
 * SQL that selects events.
 * @param which condition on `case_id`, from its operator on
 * @param sealed SQL expression for the sealed part; it decides which sealed parts are loaded, the others are null
 */
export const eventSql = (which: string, sealed: string): string =>
  `SELECT case_id, seq, kind, actor, at, unit, acting, data, scope, ${sealed} AS sealed, hash FROM case_event WHERE case_id ${which} ORDER BY case_id, seq`

/** SQL that selects heads of cases, up to its condition. */
export const headSql = 'SELECT id, number, subject, filed_at FROM cases'

/** SQL for the id of the case whose number is bound first. */
export const ofNumber = '(SELECT id FROM cases WHERE number = ?1)'

export const keySql = (caseId: string): string =>
  `SELECT scope, wrapped FROM case_key WHERE case_id = ${caseId}`

/** An event from its row, without the sealed part. */
export const toEvent = ({
  seq,
  kind,
  actor,
  at,
  unit,
  acting,
  data,
  hash,
}: Omit<EventRow, 'case_id' | 'scope' | 'sealed'>): CaseEvent => ({
  seq,
  at,
  unit,
  acting,
  hash,
  kind: kind as CaseEvent['kind'],
  actor: actor as CaseEvent['actor'],
  data: JSON.parse(data) as EventData,
})

const keysOf = (keys: Keys, caseId: string, rows: KeyRow[]): CaseKeys => {
  const opened = new Map<Scope, Promise<SealingKey | null>>()
  return {
    of(scope) {
      const row = rows.find((candidate) => candidate.scope === scope)
      const key =
        opened.get(scope) ??
        (row ? openCaseKey(keys, caseId, scope, toBytes(row.wrapped)) : Promise.resolve(null))
      opened.set(scope, key)
      return key
    },
  }
}

/** The case, or null if its rows cannot be read as a case. */
export const readable = (make: () => StoredCase): StoredCase | null => {
  try {
    return make()
  } catch {
    return null
  }
}

/** A case from its rows. Its state is replayed from the events, not read from the columns of `cases`. */
export const toCase = (keys: Keys, head: HeadRow, rows: EventRow[], keyRows: KeyRow[]): StoredCase => {
  const events = rows.map(toEvent)
  const last = events.at(-1)
  const caseKeys = keysOf(keys, head.id, keyRows)
  return {
    record: {
      ...stateOf(events),
      id: head.id,
      number: head.number,
      subject: head.subject,
      filedAt: head.filed_at,
      headSeq: last?.seq ?? 0,
      headHash: last?.hash ?? '',
    },
    events,
    keys: caseKeys,
    async words(scopes, only) {
      const read: Unsealed[] = []
      for (const { case_id: caseId, seq, kind, scope, sealed } of rows) {
        if (!sealed || !scopes.includes(scope as Scope) || only?.has(seq) === false) continue
        const key = await caseKeys.of(scope as Scope)
        const json = key && (await openWords(key, { caseId, seq, kind, sealed: toBytes(sealed) }))
        if (json !== null) read.push({ seq, kind: kind as CaseEvent['kind'], json })
      }
      return read
    },
  }
}
