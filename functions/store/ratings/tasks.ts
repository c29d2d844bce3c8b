import { fail, ok } from '#domain/basics/result.ts'
import { type RatingTaskKind, ratingPeriodIds } from '#domain/words/ratings.ts'
import { isEnded, statusIds } from '#domain/words/statuses.ts'
import { openWith } from '#keys'
import type { Base } from '#store/base.ts'
import { type Blob, toBytes } from '#store/bytes.ts'
import type { RatingTaskStore } from '#store/ports/ratings.ts'
import { quoted } from '#store/quoted.ts'
import { at, callable, finds, isBelow, sameTask, unconcerned } from './task-rules.ts'

/** Looks and calls at the units they are for. Nothing here reads an answer. */

/**
 * Of the tasks a unit may have, the oldest so many are looked at for one reader. What the reader cannot take of them is for a
 * colleague, or was finished at the desk of the county meanwhile.
 */
const mostLookedAt = 200

/** The case is with the desk that ended it and was never reopened; at the county, only a record on the spot has a call then. */
const untouched =
  "c.unit = t.desk AND NOT EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = t.case_id AND e.seq > t.ended_seq AND e.kind = 'reopened')"
/**
 * Nothing waits while a unit of the county has the case, in danger or not (rules.md R49): the call would change what its
 * holder sees. A look, of which they see nothing, waits until the case has ended there. Both sides of a record on the spot
 * of the county are called until it is reopened, before which nobody can mark it as dangerous.
 */
const ripe = `t.done_at IS NULL AND t.opens_at <= ?2 AND (c.level <> 'county' OR c.status IN (${quoted(statusIds.filter(isEnded))}) AND (t.kind = 'look' OR ${untouched}))`
/** The reader's unit is the first of the task that finds the case and has somebody for it. */
const shown = `${at('u', 'unit')} = ?1 AND ${ripe} AND ${finds('u')} AND ${unconcerned('?3')} AND ${callable} AND NOT ${isBelow('u.key')}`
const looked =
  "EXISTS (SELECT 1 FROM read_log l WHERE l.case_id = t.case_id AND l.staff = ?3 AND l.at >= t.opens_at AND l.kind IN ('open', 'print'))"
const joined = 'rating_task t JOIN json_each(t.units) u JOIN cases c ON c.id = t.case_id'
const mayHave = `SELECT case_id, ended_seq, period, kind FROM rating_task_unit WHERE unit = ?1 AND opens_at <= ?2 ORDER BY opens_at, case_id LIMIT ${mostLookedAt}`
// CROSS JOIN keeps the order, so that reading stops with the last that is shown. A case can have a task of each period.
const many = `SELECT t.case_id AS case_id, t.kind AS kind, t.opens_at AS opens_at FROM (${mayHave}) q CROSS JOIN rating_task t ON ${sameTask('q')} CROSS JOIN json_each(t.units) u CROSS JOIN cases c ON c.id = t.case_id WHERE ${shown} LIMIT ?4 * ${ratingPeriodIds.length}`
const one = `SELECT t.case_id AS case_id, t.kind AS kind, t.opens_at AS opens_at FROM ${joined} WHERE ${shown} AND t.case_id = ?4`
const tasksSql = (from: string) =>
  `SELECT t.case_id AS case_id, t.kind AS kind, ${looked} AS looked FROM (SELECT case_id, kind, min(opens_at) AS opens_at FROM (${from}) GROUP BY 1, 2) t ORDER BY t.opens_at, t.case_id`
const manySql = `${tasksSql(many)} LIMIT ?4`
const oneSql = tasksSql(one)
const asideSql = `UPDATE rating_task AS t SET done_at = ?2, done_by = ?3, done_unit = ?1, reason = ?6 WHERE t.case_id = ?4 AND t.kind = ?5 AND EXISTS (SELECT 1 FROM json_each(t.units) u JOIN cases c ON c.id = t.case_id WHERE ${shown})`
const doneSql =
  'SELECT kind, done_at, done_by, reason FROM rating_task WHERE case_id = ?1 AND done_unit = ?2 ORDER BY done_at DESC LIMIT ?3'

/** Binds the reason of a task to its case, its kind and when it was set aside. */
export const reasonContext = (caseId: string, kind: RatingTaskKind, at: number): string =>
  `${caseId}/rating-task/${kind}/${at}`

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
          key &&
          reason &&
          (await openWith(key, toBytes(reason), reasonContext(stored.record.id, kind, doneAt)))
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
      reasonContext(record.id, kind, now),
    )
    const { meta } = await d1.prepare(asideSql).bind(unit, now, id, record.id, kind, sealed).run()
    return meta.changes > 0 ? ok(null) : fail('gone')
  },
})
