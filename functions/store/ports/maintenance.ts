import type { StoredCase } from './case.ts'
import type { DeskStore } from './desk.ts'

/** Queries of the maintainer's commands, and the health check. */
export interface MaintenanceStore extends Pick<DeskStore, 'openCase' | 'append'> {
  /** A complete case by its id; null if there is none. */
  openById(id: string): Promise<StoredCase | null>
  /** Numbers of cases of some areas or units. For maintainers only, because it reads the whole table. */
  numbersIn(regions: string[], units: string[], limit: number): Promise<string[]>
  /** What is wrong with the database: it does not answer, or was written with other keys. */
  fault(): Promise<'silent' | 'keys' | undefined>
}
