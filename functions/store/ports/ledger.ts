import type { ListScope } from '#domain/desk/access.ts'
import type { PageKey } from '#domain/desk/page-key.ts'
import type { LedgerFilter, LedgerSort } from '#domain/ledger/filter.ts'
import type { LedgerCase, LedgerView } from '#domain/ledger/row.ts'
import type { StoredCase } from './case.ts'

/** A stretch of a ledger: cases listed under any of the scopes, in one order, after a place. */
export interface LedgerQuery {
  /** At most three. */
  scopes: readonly ListScope[]
  /** Id of the reader: without the cases they must keep out of (回避). */
  reader: string
  filter: LedgerFilter
  sort: LedgerSort
  view: LedgerView
  now: number
  after: PageKey | undefined
  /** How many cases are looked at, whether or not the filter leaves them. */
  limit: number
}

/** The ledger (台账): read by keys, so that a page costs the same wherever it is. */
export interface LedgerStore {
  /**
   * The cases of a stretch in order, and whether the filter leaves them. For a paper those too that only the mark of danger
   * may have made red or late: `fitsPaper` decides.
   */
  ledgerKeys(query: LedgerQuery): Promise<(PageKey & { fits: boolean })[]>
  /** Known cases with their histories, without anything sealed, in the order of the ids. */
  ledgerCases(caseIds: readonly string[]): Promise<LedgerCase[]>
}

/** The file with what is sealed. */
export interface UnsealingStore {
  /** Records for each case that it is about to be exported by a member of staff: one statement. */
  logExport(caseIds: readonly string[], by: { staff: string; acting: string; at: number }): Promise<void>
  /** Known cases in the order of the ids; of their words only those of `exportedKinds` can be opened. */
  unsealedCases(caseIds: readonly string[]): Promise<StoredCase[]>
}
