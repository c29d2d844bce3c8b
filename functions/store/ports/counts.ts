import type { ListScope } from '#domain/desk/access.ts'
import type { CountedCases } from '#domain/desk/head-figures.ts'

/** Which counts of the lists are read. */
interface CountsQuery {
  scopes: readonly ListScope[]
  /** Empty: by the places right below; a town: by the units in it. */
  under: string
  /** Only what is due up to and with this day, and was filed on this day or later; as numbers. */
  dueUntil: number
  filedFrom: number
  /** Who reads: the cases they must keep out of (回避) are taken away again. */
  reader: string
}

/** The counts that a head reads. */
export interface CountsStore {
  /** How many cases the scopes list, by place and measure: one round trip, whose rows do not grow with the cases. */
  countedCases(query: CountsQuery): Promise<CountedCases[]>
}
