import { quarterId } from '#domain/basics/quarters.ts'
import { quartersToPublish } from '#domain/statistics/due.ts'
import { publishedTables } from '#domain/statistics/figures.ts'
import { county } from '#generated/county.ts'
import type { Ports } from '#ports'
import type { PublishingStore } from '#store/ports/statistics.ts'

/** Publishes the quarter that has ended, or the first of those that were missed: one a run. A failure stops nothing else. */
export const publishQuarters = async ({
  store,
  clock,
  log,
}: Pick<Ports<PublishingStore>, 'store' | 'clock' | 'log'>): Promise<void> => {
  try {
    const [last] = await store.publishedQuarters(1)
    for (const quarter of quartersToPublish(last?.quarter ?? null, clock())) {
      const counted = await store.countQuarter({ ...quarter, units: county.units.map(({ id }) => id) })
      // A portal begins with the first quarter that has something to count.
      if (!last && counted.length === 0) continue
      await store.publishQuarter({
        quarter: quarterId(quarter),
        disputes: publishedTables(counted, 'disputes'),
        petitions: publishedTables(counted, 'petitions'),
      })
      return
    }
  } catch (error) {
    log({ event: 'statistics', kind: error instanceof Error ? error.name : 'unknown' })
  }
}
