import { inArray, or, sql } from 'drizzle-orm'
import type { MaintenanceStore } from '#store/ports/maintenance.ts'
import type { Base } from './base.ts'
import { cases } from './schema.ts'

/** Queries of the maintainer's commands, and the health check. */
export const maintaining = ({ db }: Base): Pick<MaintenanceStore, 'numbersIn' | 'healthy'> => ({
  async numbersIn(regions, units, limit) {
    const rows = await db
      .select({ number: cases.number })
      .from(cases)
      .where(or(inArray(cases.region, regions), inArray(cases.unit, units)))
      .limit(limit)
    return rows.map(({ number }) => number)
  },

  async healthy() {
    try {
      await db.run(sql`SELECT 1 FROM cases LIMIT 1`)
      return true
    } catch {
      return false
    }
  },
})
