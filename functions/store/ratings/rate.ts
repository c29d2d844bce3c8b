import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { ratingChange } from '#domain/basics/bounds.ts'
import { fail, ok } from '#domain/basics/result.ts'
import { changeableUntil, isLow } from '#domain/following/rating.ts'
import type { Base } from '#store/base.ts'
import { chainRefused, uniqueViolation } from '#store/errors.ts'
import { inserter } from '#store/inserter.ts'
import type { RatingStore } from '#store/ports/ratings.ts'
import { receiptFor } from '#store/receipts.ts'
import { postReceipt } from '#store/schema.ts'
import { endOfDaySql } from './end-of-day.ts'
import { ratingContext } from './given.ts'

/**
 * Writes a rating in one batch (docs/adr/0038-ratings.md). Each statement decides by itself, so that two posts at once
 * make one row: an answer is changed if it is there, otherwise added.
 */

const ofKey = 'case_id = ?1 AND ended_seq = ?2 AND period = ?3'
const given = `EXISTS (SELECT 1 FROM case_rating WHERE ${ofKey})`
const changeSql = `UPDATE case_rating SET result = ?4, treated = ?5, sealed = ?6, changed_at = ?7 WHERE ${ofKey}`
const addSql = `INSERT INTO case_rating (case_id, ended_seq, period, result, treated, sealed, answered_at, changed_at, unit, registered, asked_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?9, ?10 WHERE NOT ${given}`
const taskSql = (kind: string, opens: string, unless: string) =>
  `INSERT INTO rating_task (case_id, ended_seq, period, kind, units, desk, opens_at) SELECT ?1, ?2, ?3, '${kind}', ?4, ?5, ${opens} WHERE NOT ${unless}`
// Drawn once, with the first answer: before it is stored. A record on the spot may have been drawn before.
const called = `EXISTS (SELECT 1 FROM rating_task WHERE ${ofKey} AND kind = 'call')`
const callSql = taskSql('call', '?6', `(${given} OR ${called})`)
const lookSql = taskSql(
  'look',
  `(SELECT ${endOfDaySql(`answered_at + ${ratingChange}`)} FROM case_rating WHERE ${ofKey})`,
  `EXISTS (SELECT 1 FROM rating_task WHERE ${ofKey} AND kind = 'look')`,
)
const noLookSql = `DELETE FROM rating_task WHERE ${ofKey} AND kind = 'look' AND done_at IS NULL`

const utf8 = new TextEncoder()

export const rating = ({ d1, keys }: Base): Pick<RatingStore, 'rate'> => ({
  async rate(
    { record, whole: { keys: caseKeys }, holder },
    chance,
    answer,
    { now, receipt, registered, looks, calls },
  ) {
    const { endedSeq, period, unit, askedAt } = chance
    const key = answer.text === '' ? null : await caseKeys.of(holder.scope)
    const sealed =
      key && (await keys.sealWith(key, utf8.encode(answer.text), ratingContext(record.id, endedSeq, period)))
    const id = [record.id, endedSeq, period] as const
    const said = [...id, answer.result, answer.treated, sealed, now] as const
    const low = isLow(answer)
    const newReceipt = receipt && (await (await receiptFor(keys, record.id, receipt))())
    const statements: D1PreparedStatement[] = [
      ...(newReceipt ? [inserter(d1, postReceipt)([newReceipt])] : []),
      d1.prepare(changeSql).bind(...said),
      ...(calls.length > 0
        ? [d1.prepare(callSql).bind(...id, JSON.stringify(calls), unit, changeableUntil(now))]
        : []),
      d1.prepare(addSql).bind(...said, unit, registered ? 1 : 0, askedAt),
      ...(low && looks.length > 0 ? [d1.prepare(lookSql).bind(...id, JSON.stringify(looks), unit)] : []),
      ...(low ? [] : [d1.prepare(noLookSql).bind(...id)]),
    ]
    try {
      await d1.batch(statements)
      return ok(null)
    } catch (error) {
      if (chainRefused(error)) return fail('closed')
      if (uniqueViolation(error) === 'post_receipt.key_hash') return fail('repeated')
      throw error
    }
  },
})
