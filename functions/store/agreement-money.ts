import type { D1Database } from '@cloudflare/workers-types'
import { parseWords } from '#domain/history/words.ts'
import type { Keys } from '#keys'
import { type Blob, toBytes } from './bytes.ts'
import { openCaseKey, openWords } from './sealing.ts'

/** Sums of money in the texts of agreements, for figures and for the monthly report. */

const textsSql =
  "SELECT e.case_id, e.seq, e.kind, e.sealed, k.wrapped FROM case_event e JOIN case_key k ON k.case_id = e.case_id AND k.scope = 'record' WHERE e.case_id IN (SELECT value FROM json_each(?1)) AND e.kind = 'agreement' AND e.scope = 'record'"

interface TextRow {
  case_id: string
  seq: number
  kind: string
  sealed: Blob | null
  wrapped: Blob
}

/**
 * Sums in hundredths of a yuan of the agreements of these cases: by case, then by the number of the event that has the text.
 * A text that cannot be opened counts 0.
 */
export const agreementMoney = async (
  { d1, keys }: { d1: D1Database; keys: Keys },
  caseIds: readonly string[],
): Promise<Map<string, Map<number, number>>> => {
  const sums = new Map<string, Map<number, number>>()
  if (caseIds.length === 0) return sums
  const { results } = await d1.prepare(textsSql).bind(JSON.stringify(caseIds)).all<TextRow>()
  for (const { case_id: caseId, seq, kind, sealed, wrapped } of results) {
    const key = sealed && (await openCaseKey(keys, caseId, 'record', toBytes(wrapped)))
    const json = key && (await openWords(key, { caseId, seq, kind, sealed: toBytes(sealed) }))
    const items = (json && parseWords('agreement', json)?.words.items) || []
    const fen = items.reduce((sum, { amountFen = 0 }) => sum + amountFen, 0)
    sums.set(caseId, (sums.get(caseId) ?? new Map<number, number>()).set(seq, fen))
  }
  return sums
}
