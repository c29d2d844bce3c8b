import { quarterName, readQuarter } from '#domain/basics/quarters.ts'
import type { PublishedTables, StatisticsKind } from '#domain/statistics/figures.ts'
import { county } from '#generated/county.ts'
import type { PublishedQuarter, StatisticsStore } from '#store/ports/statistics.ts'

/** Quarters of the page and the file: ten years. */
const mostQuarters = 40

/** A quarter in the list of all. */
export interface NamedQuarter {
  id: string
  name: string
}

/** A quarter as everybody sees it: petitions only once the county has cleared them. */
export interface ShownQuarter extends NamedQuarter {
  tables: { kind: StatisticsKind; published: PublishedTables }[]
}

const named = (id: string): NamedQuarter => {
  const read = readQuarter(id)
  return { id, name: read ? quarterName(read) : id }
}

const shown = ({ quarter, disputes, petitions }: PublishedQuarter): ShownQuarter => ({
  ...named(quarter),
  tables: [
    { kind: 'disputes', published: disputes },
    ...(county.clearedPetitions.includes(quarter)
      ? [{ kind: 'petitions' as const, published: petitions }]
      : []),
  ],
})

/** The published quarters, newest first. */
export const shownQuarters = async (store: StatisticsStore): Promise<ShownQuarter[]> =>
  (await store.publishedQuarters(mostQuarters)).map(shown)

/** The wanted quarter, otherwise the newest, and the names of all. */
export const shownQuarter = async (
  store: StatisticsStore,
  wanted: string,
): Promise<{ quarter: ShownQuarter | undefined; quarters: NamedQuarter[] }> => {
  const { quarter, names } = await store.publishedQuarter(wanted, mostQuarters)
  return { quarter: quarter && shown(quarter), quarters: names.map(named) }
}
