import type { RatingTaskKind } from '#domain/words/ratings.ts'
import { openWith } from '#keys'
import type { Base } from '#store/base.ts'
import { type Blob, toBytes } from '#store/bytes.ts'
import type { StoredCase } from '#store/ports/case.ts'
import type { RatingTaskStore } from '#store/ports/ratings.ts'

/** Looks and calls at the units they are for. Nothing here reads an answer. */

/**
 * What a reader does not see: a case that a unit of the county has, in danger or not (rules.md R49); a task about their own work at the desk it is about; a call to a person
 * who was erased.
 */
const shown =
  "t.unit = ?1 AND t.done_at IS NULL AND t.opens_at <= ?2 AND c.level <> 'county' AND NOT EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = t.case_id AND e.actor = 'staff:' || ?3 AND e.acting = t.desk) AND (t.kind <> 'call' OR EXISTS (SELECT 1 FROM case_key k WHERE k.case_id = t.case_id AND k.scope = 'party:1'))"
const looked =
  "EXISTS (SELECT 1 FROM read_log l WHERE l.case_id = t.case_id AND l.staff = ?3 AND l.at >= t.opens_at AND l.kind IN ('open', 'print'))"
const joined = 'rating_task t JOIN cases c ON c.id = t.case_id'
const select = `SELECT t.case_id AS case_id, t.kind AS kind, min(t.opens_at) AS opens_at FROM ${joined} WHERE ${shown}`
const tasksSql = (more: string) =>
  `SELECT t.case_id AS case_id, t.kind AS kind, ${looked} AS looked FROM (${select} ${more}) t ORDER BY t.opens_at, t.case_id`
const grouped = 'GROUP BY t.case_id, t.kind'
const manySql = tasksSql(`${grouped} ORDER BY opens_at LIMIT ?4`)
const oneSql = tasksSql(`AND t.case_id = ?4 ${grouped}`)
const asideSql = `UPDATE rating_task AS t SET done_at = ?2, done_by = ?3, reason = ?6 WHERE t.case_id = ?4 AND t.kind = ?5 AND EXISTS (SELECT 1 FROM cases c WHERE c.id = t.case_id AND ${shown})`
const doneSql =
  'SELECT kind, done_at, done_by, reason FROM rating_task WHERE case_id = ?1 AND unit = ?2 AND done_at IS NOT NULL ORDER BY done_at DESC LIMIT ?3'

const reasonContext = ({ record }: StoredCase, kind: RatingTaskKind, at: number) =>
  `${record.id}/rating-task/${kind}/${at}`

interface TaskRow {
  case_id: string
  kind: RatingTaskKind
  looked: number
}

interface DoneRow {
  kind: RatingTaskKind
  done_at: number
  done_by: string
  reason: Blob | null
}

export const ratingTasks = ({ d1, keys }: Base): RatingTaskStore => ({
  async ratingTasks({ id, unit }, now, of) {
    const [sql, last] = 'caseId' in of ? [oneSql, of.caseId] : [manySql, of.limit]
    const { results } = await d1.prepare(sql).bind(unit, now, id, last).all<TaskRow>()
    return results.map((row) => ({ caseId: row.case_id, kind: row.kind, looked: row.looked === 1 }))
  },

  async doneRatingTasks(stored, unit, limit) {
    const { results } = await d1.prepare(doneSql).bind(stored.record.id, unit, limit).all<DoneRow>()
    const key = results.length > 0 ? await stored.keys.of('record') : null
    return Promise.all(
      results.map(async ({ kind, done_at: doneAt, done_by: doneBy, reason }) => {
        const plain =
          key && reason && (await openWith(key, toBytes(reason), reasonContext(stored, kind, doneAt)))
        return { kind, doneAt, doneBy, reason: plain ? new TextDecoder().decode(plain) : null }
      }),
    )
  },

  async setRatingTaskAside(stored, { id, unit }, kind, reason, now) {
    const { record } = stored
    const key = await stored.keys.of('record')
    if (!key) throw new Error(`case_key ${record.id} record: missing or unreadable`)
    const sealed = await keys.sealWith(
      key,
      new TextEncoder().encode(reason),
      reasonContext(stored, kind, now),
    )
    await d1.prepare(asideSql).bind(unit, now, id, record.id, kind, sealed).run()
  },
})
