import { mostReadDays } from '#domain/basics/bounds.ts'
import { dayOf } from '#domain/basics/time.ts'
import type { FollowingStore } from '#store/ports/following.ts'
import type { Base } from './base.ts'

const dayNumber = '(at + 28800000) / 86400000'
const sql = `SELECT acting AS unit, max(at) AS at FROM read_log WHERE case_id = ?1 AND at < ?2 GROUP BY acting, ${dayNumber} ORDER BY ${dayNumber} DESC, acting LIMIT ${mostReadDays}`

/** Which units read a case, from the read log, without the people: one round trip. */
export const readers = ({ d1 }: Base): Pick<FollowingStore, 'readers'> => ({
  async readers({ record }, before) {
    const { results } = await d1.prepare(sql).bind(record.id, before).all<{ unit: string; at: number }>()
    return results.map(({ unit, at }) => ({ unit, day: dayOf(at) }))
  },
})
