import type { Context } from 'hono'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import type { StaffDirectory } from './directory.ts'

/** Writes down who looked for what; handed in by the app, since the log of the desk is the staff's. */
interface LookLog {
  searched: (by: StaffMember, text: string) => Promise<void>
  refused: (by: StaffMember, number: string) => Promise<void>
  stale: (by: StaffMember, number: string) => Promise<void>
}

/** What the desk's cases need beyond the public app. */
export type DeskCasePorts = Ports<DeskStore> & { directory: StaffDirectory; looks: LookLog }

/** Who is signed in: the guard of the desk's app has seen to it that somebody is. */
export const memberOf = (c: Context): StaffMember => c.get('staff')
