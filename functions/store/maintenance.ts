import { inArray, or } from 'drizzle-orm'
import type { MaintenanceStore } from '#store/ports/maintenance.ts'
import type { Base } from './base.ts'
import { type MarkRow, marksOf, marksSql, notedOf } from './key-marks/marks.ts'
import { cases } from './schema.ts'

/** Queries of the maintainer's commands, and the health check. */
export const maintaining = ({ d1, db, keys }: Base): Pick<MaintenanceStore, 'numbersIn' | 'fault'> => ({
  async numbersIn(regions, units, limit) {
    const rows = await db
      .select({ number: cases.number })
      .from(cases)
      .where(or(inArray(cases.region, regions), inArray(cases.unit, units)))
      .limit(limit)
    return rows.map(({ number }) => number)
  },

  async fault() {
    try {
      const { results } = await d1.prepare(marksSql).all<MarkRow>()
      const own = await marksOf(keys)
      return own.some((one) => (notedOf(results, one) ?? one).mark !== one.mark) ? 'keys' : undefined
    } catch {
      return 'silent'
    }
  },
})
