import type { ListScope } from '#domain/desk/access.ts'
import type { MediatedCase } from '#domain/desk/mediation-report.ts'
import type { SheetQuery } from './sheets.ts'

/** Agreements of committees in a span of time, from the histories. */
export interface MediatedStore {
  /**
   * The agreements at these desks, oldest first; with their money, for which each text is opened, if asked.
   * @param offices units that hand a dispute over to a committee
   * @param scopes lists of the reader's unit: what stands in none of them, or what the reader must keep out of, is counted
   *   and never named (`listed`)
   */
  mediated(
    query: SheetQuery & {
      offices: readonly string[]
      scopes: readonly ListScope[]
      reader: string
      limit: number
      withMoney: boolean
    },
  ): Promise<MediatedCase[]>
  /** Keyed fingerprints of the people of cases, one set for each person, by the id of the case. */
  printsOf(caseIds: readonly string[]): Promise<Map<string, string[][]>>
}
