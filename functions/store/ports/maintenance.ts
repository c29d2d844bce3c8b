import type { StoredCase } from './case.ts'
import type { DeskStore } from './desk.ts'

/** A maintainer's commands, and the check of health. */
export interface MaintenanceStore extends Pick<DeskStore, 'openCase' | 'append'> {
  /** The same by its id. */
  openById(id: string): Promise<StoredCase | null>
  /** Numbers of cases of some areas or on some desks; for a maintainer, since it reads the whole table. */
  numbersIn(regions: string[], units: string[], limit: number): Promise<string[]>
  /** Does the database answer? */
  healthy(): Promise<boolean>
}
