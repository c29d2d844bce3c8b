import type { D1Database } from '@cloudflare/workers-types'
import { concludedBy } from '#domain/agreement/current.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { parseWords } from '#domain/history/words.ts'
import type { Keys } from '#keys'
import { type Blob, toBytes } from '#store/bytes.ts'
import { type EventRow, toEvent } from '#store/case-rows.ts'
import { openCaseKey, openWords } from '#store/sealing.ts'

/** Histories as the figures read them: without words, but for the sums of money in agreements. */

const ids = '(SELECT value FROM json_each(?1))'
const eventsSql = () =>
  `SELECT case_id, seq, kind, actor, at, unit, acting, data, hash FROM case_event WHERE case_id IN ${ids} AND at < ?2 ORDER BY case_id, seq`
const textsSql = () =>
  `SELECT e.case_id, e.seq, e.kind, e.sealed, k.wrapped FROM case_event e JOIN case_key k ON k.case_id = e.case_id AND k.scope = 'record' WHERE e.case_id IN ${ids} AND e.kind = 'agreement' AND e.scope = 'record'`

interface TextRow {
  case_id: string
  seq: number
  kind: string
  sealed: Blob | null
  wrapped: Blob
}

/** Histories of cases up to an instant, by id. */
export const historiesOf = async (
  d1: D1Database,
  caseIds: readonly string[],
  before: number,
): Promise<Map<string, CaseEvent[]>> => {
  const { results } = await d1.prepare(eventsSql()).bind(JSON.stringify(caseIds), before).all<EventRow>()
  const rows = Map.groupBy(results, ({ case_id: id }) => id)
  return new Map([...rows].map(([id, own]) => [id, own.map(toEvent)]))
}

/** True if the text of an agreement was concluded in this history, since an instant. */
export const concludes = (events: CaseEvent[], since = 0): boolean =>
  events.some(({ at, kind, seq }) => kind === 'settled' && at >= since && concludedBy(events, seq) !== null)

/** Sums in hundredths of a yuan of the agreements of these cases: by case, then by the event that has the text. */
export const sumsOfMoney = async (
  d1: D1Database,
  keys: Keys,
  caseIds: readonly string[],
): Promise<Map<string, Map<number, number>>> => {
  const sums = new Map<string, Map<number, number>>()
  if (caseIds.length === 0) return sums
  const { results } = await d1.prepare(textsSql()).bind(JSON.stringify(caseIds)).all<TextRow>()
  for (const { case_id: caseId, seq, kind, sealed, wrapped } of results) {
    const key = sealed && (await openCaseKey(keys, caseId, 'record', toBytes(wrapped)))
    const json = key && (await openWords(key, { caseId, seq, kind, sealed: toBytes(sealed) }))
    const items = (json && parseWords('agreement', json)?.words.items) || []
    const fen = items.reduce((sum, { amountFen = 0 }) => sum + amountFen, 0)
    sums.set(caseId, (sums.get(caseId) ?? new Map<number, number>()).set(seq, fen))
  }
  return sums
}
