import type { Context } from 'hono'
import type { Result } from '#domain/basics/result.ts'
import type { NotAdded, Said } from '#domain/evidence/adding.ts'
import type { Bytes } from '#domain/evidence/bytes.ts'
import type { FileFault } from '#domain/evidence/faults.ts'
import type { Filing } from '#domain/filing/fields.ts'
import type { Actor, Scope } from '#domain/history/events.ts'
import type { LedgerForm } from '#domain/ledger/export-words.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { RegisteredChannel } from '#domain/words/channels.ts'
import type { Ports } from '#ports'
import type { StoredCase } from '#store/ports/case.ts'
import type { DeskStore } from '#store/ports/desk.ts'
import type { FilingStore } from '#store/ports/filing.ts'
import type { ImportStore } from '#store/ports/importing.ts'
import type { SchedulerStore } from '#store/ports/scheduler.ts'
import type { ViewStore } from '#store/ports/staff/views.ts'
import type { Slip } from '#ui/slip.tsx'
import type { StaffDirectory } from './directory.ts'

/** Logs searches and exports of staff; injected by the app, because the log of the desk belongs to the staff feature. */
interface LookLog {
  searched: (by: StaffMember, text: string) => Promise<void>
  refused: (by: StaffMember, number: string) => Promise<void>
  stale: (by: StaffMember, number: string) => Promise<void>
  exported: (by: StaffMember, what: { form: LedgerForm; filter: string; rows?: number }) => Promise<void>
  unsealed: (by: StaffMember, what: { filter: string; rows: number; reason: string }) => Promise<void>
  exportEnded: (by: StaffMember, what: { form: LedgerForm; rows: number }) => Promise<void>
}

/** The dependencies of the desk's pages about cases. */
export type DeskCasePorts = Ports<
  DeskStore &
    ImportStore &
    Omit<SchedulerStore, 'sweep'> &
    Pick<FilingStore, 'file' | 'receipt' | 'forgetAnswer'>
> & {
  directory: StaffDirectory
  looks: LookLog
  views: ViewStore
}

/**
 * Files a case for a person who came, called or was visited; injected by the app, since filing is its own feature.
 * @returns the slip; `conflict`: the key was used for other answers; `noted`: the slip was already given out
 */
export type RegisterCase = (
  filing: Filing,
  key: string,
  by: { actor: Actor; acting: string; channel: RegisteredChannel },
) => Promise<Result<Slip, 'conflict' | { noted: string }>>

/** A file that staff put to a case, with what is said of it. */
interface StaffFile {
  upload: { id: string; files: Bytes[]; stored: () => void }
  said: Said
  by: { actor: Actor; acting: string; scope: Scope }
  refusal: () => null
  again: () => Promise<StoredCase | null>
}

/** Cleans a file and appends it to a case; injected by the app, since residents give files too. */
export type AddFile = (
  stored: StoredCase,
  adding: StaffFile,
) => Promise<Result<{ id: string }, FileFault | NotAdded>>

/** The person who is signed in; the guard of the desk's app has ensured that there is one. */
export const memberOf = (c: Context): StaffMember => c.get('staff')
