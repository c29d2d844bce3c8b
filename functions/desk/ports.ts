import type { Context } from 'hono'
import type { Filing } from '#domain/filing/fields.ts'
import type { Actor } from '#domain/history/events.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { RegisteredChannel } from '#domain/words/channels.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import type { Slip } from '#ui/slip.tsx'
import type { StaffDirectory } from './directory.ts'

/** Writes down who looked for what; handed in by the app, since the log of the desk is the staff's. */
interface LookLog {
  searched: (by: StaffMember, text: string) => Promise<void>
  refused: (by: StaffMember, number: string) => Promise<void>
  stale: (by: StaffMember, number: string) => Promise<void>
}

/** What the desk's cases need beyond the public app. */
export type DeskCasePorts = Ports<DeskStore> & { directory: StaffDirectory; looks: LookLog }

/** Files a case for somebody who came, called or was met; handed in by the app, since filing is a feature of its own. */
export type RegisterCase = (
  filing: Filing,
  key: string,
  by: { actor: Actor; acting: string; channel: RegisteredChannel },
) => Promise<Slip | 'conflict' | 'noted'>

/** Who is signed in: the guard of the desk's app has seen to it that somebody is. */
export const memberOf = (c: Context): StaffMember => c.get('staff')
