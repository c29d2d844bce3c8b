import type { Result } from '#domain/basics/result.ts'
import type { FileKind } from '#domain/evidence/kinds.ts'
import type { Scope } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { StoredCase } from './case.ts'
import type { NewReceipt } from './receipt.ts'

/** Other changes to a case that belong to an appended event. */
export interface CaseChange {
  subject?: string | undefined
  /** A person who joins: their key scope, and the forms of name and telephone by which staff find them. */
  party?: { scope: Scope; names: string[]; phones: string[] } | undefined
  /** A tracking code for a person; one they had opens nothing any more, and its sessions have ended. */
  newCode?: { party: number; trackingCode: string; staffSaw: boolean } | undefined
  /** Number of a person for whom the first event has words: the letter with these words gets a number. */
  letter?: number | undefined
  /** Number of a person whose code opens nothing any more; what they wrote stays. */
  endedCode?: number | undefined
  /** Number of a person whose key, code, index rows and files are deleted. */
  erased?: number | undefined
  /** Who is consulted, and their unit: of the event that books it, whose plain facts do not say it. */
  expert?: { id: string; unit: string } | undefined
  /** Words that everybody may read from the next month on: of the event by which the complainant agrees to them. */
  published?: { question: string; answer: string } | undefined
  /** A file that belongs to the case now, and when the scheduler looks at it first. */
  file?: { id: string; scope: Scope; kind: FileKind; dueAt: number } | undefined
}

/** Adding events to the history of a case. */
export interface AppendStore {
  /** Appends events in one batch; `stale` if another request appended since the case was read. */
  append(stored: StoredCase, events: NewEvent[], change?: CaseChange): Promise<Result<null, 'stale'>>
  /**
   * The same for events that set the time of a meeting; `staffBooked`, `roomBooked`: its mediator or its room has another
   * one at that time, and nothing is stored.
   */
  book(
    stored: StoredCase,
    events: NewEvent[],
    change?: CaseChange,
  ): Promise<Result<null, 'stale' | 'staffBooked' | 'roomBooked'>>
  /** The same, with a receipt if there is a key; `repeated` if its key was used within a day, and then nothing is stored. */
  appendOnce(
    stored: StoredCase,
    events: NewEvent[],
    receipt: NewReceipt | undefined,
    change?: CaseChange,
  ): Promise<Result<null, 'stale' | 'repeated'>>
}
