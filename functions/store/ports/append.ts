import type { Actor, EventData, Scope } from '#domain/history/events.ts'
import type { Words } from '#domain/history/words.ts'
import type { EventKind } from '#domain/words/events.ts'
import type { CodeHolder, StoredCase } from './case.ts'

/** An event before it is sealed and chained. `words` is what a person wrote; it is sealed under `scope`. */
export interface NewEvent<K extends EventKind = EventKind> {
  kind: K
  actor: Actor
  at: number
  unit: string
  /** Unit of the member of staff who acts; empty for everybody else. */
  acting: string
  data: EventData
  scope?: Scope
  words?: Words[K]
}

/** What changes beside the history with an appended event. */
interface CaseChange {
  subject?: string | undefined
  /** Somebody who joins: their key scope, and the name they are found by. */
  party?: { scope: Scope; name: string } | undefined
  /** A new tracking code for a holder, which they alone have seen. */
  newCode?: { from: CodeHolder; codeHash: string } | undefined
  /** Number of a person whose key, code and indexes go. */
  erased?: number | undefined
}

/** Whoever adds to the history of a case. */
export interface AppendStore {
  /** Appends events in one batch; `stale` when somebody else was faster. */
  append(stored: StoredCase, events: NewEvent[], change?: CaseChange): Promise<'appended' | 'stale'>
}
