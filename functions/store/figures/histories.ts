import type { D1Database } from '@cloudflare/workers-types'
import { concludedBy } from '#domain/agreement/current.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { type EventRow, toEvent } from '#store/case-rows.ts'

/** Histories as the figures read them: without words. */

const ids = '(SELECT value FROM json_each(?1))'
const eventsSql = () =>
  `SELECT case_id, seq, kind, actor, at, unit, acting, data, hash FROM case_event WHERE case_id IN ${ids} AND at < ?2 ORDER BY case_id, seq`

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
