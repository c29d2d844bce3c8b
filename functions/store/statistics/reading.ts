import { desc, eq, sql } from 'drizzle-orm'
import type { Base } from '#store/base.ts'
import { inOneTrip } from '#store/client.ts'
import type { PublishedQuarter, StatisticsStore } from '#store/ports/statistics.ts'
import { statisticsQuarter } from './schema.ts'

const { quarter, disputes, petitions } = statisticsQuarter

/** Reads what is published. */
export const statistics = ({ db }: Pick<Base, 'db'>): StatisticsStore => ({
  publishedQuarters: (limit) =>
    db.select({ quarter, disputes, petitions }).from(statisticsQuarter).orderBy(desc(quarter)).limit(limit),

  async publishedQuarter(wanted, most) {
    const newest = sql`coalesce((SELECT ${quarter} FROM ${statisticsQuarter} WHERE ${quarter} = ${wanted}), (SELECT max(${quarter}) FROM ${statisticsQuarter}))`
    const [found, names] = await inOneTrip<PublishedQuarter[]>(db, [
      db.select({ quarter, disputes, petitions }).from(statisticsQuarter).where(eq(quarter, newest)),
      db.select({ quarter }).from(statisticsQuarter).orderBy(desc(quarter)).limit(most),
    ])
    return { quarter: found?.[0], names: (names ?? []).map((row) => row.quarter) }
  },
})
