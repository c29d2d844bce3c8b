import type { Context } from 'hono'
import type { StaffMember } from '../domain/staff.ts'
import type { Ports } from '../ports.ts'
import type { StaffDirectory } from './directory.ts'

/** What the desk's cases need beyond the public app. */
export type DeskCasePorts = Ports & { directory: StaffDirectory }

/** Who is signed in: the guard of the desk's app has seen to it that somebody is. */
export const memberOf = (c: Context): StaffMember => c.get('staff')
