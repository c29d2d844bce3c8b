import type { LedgerCase } from '#domain/ledger/row.ts'
import type { Base } from '#store/base.ts'
import { toEvent } from '#store/case-rows.ts'
import type { LedgerStore } from '#store/ports/ledger.ts'
import { keysOf } from './keys.ts'

const eventsSql =
  "(SELECT json_group_array(json_object('seq', seq, 'kind', kind, 'actor', actor, 'at', at, 'unit', unit, 'acting', acting, 'data', data)) FROM case_event e WHERE e.case_id = c.id)"
const casesSql = `SELECT c.id, c.number, c.subject, c.colour, ${eventsSql} AS events FROM json_each(?1) i CROSS JOIN cases c ON c.id = i.value`

interface KeyRow {
  case_id: string
  key: number
  filed_at: number
  fits: number
}

interface CaseRow {
  id: string
  number: string
  subject: string | null
  colour: number
  events: string
}

/** A history as the ledger reads it. Hashes are not read: nothing of a ledger depends on them. */
const historyOf = (json: string): LedgerCase['events'] =>
  (JSON.parse(json) as Parameters<typeof toEvent>[0][])
    .map((row) => toEvent({ ...row, hash: '' }))
    .toSorted((one, other) => one.seq - other.seq)

/** The ledger: one statement for the places of a stretch, one for the cases that are shown. */
export const ledgers = ({ d1 }: Base): LedgerStore => {
  const cases = d1.prepare(casesSql)
  return {
    async ledgerKeys(query) {
      if (query.scopes.length === 0) return []
      const [sql, ...values] = keysOf(query)
      const { results } = await d1
        .prepare(sql)
        .bind(...values)
        .all<KeyRow>()
      return results.map(({ case_id: caseId, key, filed_at, fits }) => ({
        ...{ caseId, key, fits: fits === 1 },
        filedAt: query.sort === 'due' ? filed_at : undefined,
      }))
    },

    async ledgerCases(caseIds) {
      if (caseIds.length === 0) return []
      const { results } = await cases.bind(JSON.stringify(caseIds)).all<CaseRow>()
      const found = new Map(results.map((row) => [row.id, row]))
      return caseIds.flatMap((caseId) => {
        const row = found.get(caseId)
        if (!row) return []
        const { number, subject, colour, events } = row
        return [{ caseId, number, subject, colour, events: historyOf(events) }]
      })
    },
  }
}
