import { desc } from 'drizzle-orm'
import type { Base } from '#store/base.ts'
import type { StatisticsStore } from '#store/ports/statistics.ts'
import { statisticsQuarter } from './schema.ts'

/** Reads what is published. */
export const statistics = ({ db }: Pick<Base, 'db'>): StatisticsStore => ({
  publishedQuarters: (limit) =>
    db
      .select({
        quarter: statisticsQuarter.quarter,
        disputes: statisticsQuarter.disputes,
        petitions: statisticsQuarter.petitions,
      })
      .from(statisticsQuarter)
      .orderBy(desc(statisticsQuarter.quarter))
      .limit(limit),
})
