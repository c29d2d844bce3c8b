import type { CaseState } from '#domain/history/case-state.ts'
import type { CaseEvent, PartyScope, Scope, Side } from '#domain/history/events.ts'
import type { Unsealed } from '#domain/history/words.ts'
import type { PartyRole } from '#domain/words/party-roles.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { SealingKey } from '#keys'

/** The state of a case, replayed from its history, with its plain columns. Contains nothing a person wrote. */
export interface CaseRecord extends CaseState {
  id: string
  number: string
  subject: string | null
  filedAt: number
  headSeq: number
  headHash: string
}

/** Keys of one case by scope, unwrapped on demand. */
export interface CaseKeys {
  /** Null if the scope has no key: it never had one, or the person was erased. */
  of(scope: Scope): Promise<SealingKey | null>
}

/** A complete case, loaded in one round trip. */
export interface StoredCase {
  record: CaseRecord
  events: CaseEvent[]
  /**
   * What was sealed under the given scopes, in order; what has no key (any more) is left out.
   * @param only the events to unseal; absent: all
   */
  words(scopes: readonly Scope[], only?: ReadonlySet<number>): Promise<Unsealed[]>
  /** Used only by the store: `append` seals with them. */
  keys: CaseKeys
}

/** The holder of a tracking code, and what their sessions depend on. */
export interface CodeHolder {
  codeHash: string
  party: number
  /**
   * Names the case and the person in the forms of their pages, whichever code they hold: two sides may use one telephone, and
   * what one of them typed is not taken as words of the other. Opens nothing and says nothing of either; 8 hexadecimal digits, since each is a byte of every page.
   */
  mark: string
  /** The same person as an actor and as a key scope. */
  scope: PartyScope
  /** `complainant`: who filed, and knows the whole case; `other`: everybody else, of either side. */
  side: Side
  /** On which side they are, and as what. */
  on: Side
  role: PartyRole
  track: Track
  /** Raised when the holder signs out; sessions of an earlier epoch have ended. */
  epoch: number
  /** Staff have seen the code: its holder gets another code at its first use. */
  staffSaw: boolean
  firstUsedAt: number | null
}
