import { quarterName, readQuarter } from '#domain/basics/quarters.ts'
import type { PublishedTables, StatisticsKind } from '#domain/statistics/figures.ts'
import { county } from '#generated/county.ts'
import type { PublishedQuarter, StatisticsStore } from '#store/ports/statistics.ts'

/** Quarters of the page and the file: ten years. */
const mostQuarters = 40

/** A quarter as everybody sees it: petitions only once the county has cleared them. */
export interface ShownQuarter {
  id: string
  name: string
  tables: { kind: StatisticsKind; published: PublishedTables }[]
}

const shown = ({ quarter, disputes, petitions }: PublishedQuarter): ShownQuarter => {
  const read = readQuarter(quarter)
  return {
    id: quarter,
    name: read ? quarterName(read) : quarter,
    tables: [
      { kind: 'disputes', published: disputes },
      ...(county.clearedPetitions.includes(quarter)
        ? [{ kind: 'petitions' as const, published: petitions }]
        : []),
    ],
  }
}

/** The published quarters, newest first. */
export const shownQuarters = async (store: StatisticsStore): Promise<ShownQuarter[]> =>
  (await store.publishedQuarters(mostQuarters)).map(shown)
