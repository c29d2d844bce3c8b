import type { CaseState } from '#domain/history/case-state.ts'
import type { CaseEvent, Scope } from '#domain/history/events.ts'
import type { Unsealed } from '#domain/history/words.ts'

/** A case as use-cases know it: what its history says, and the plain columns beside it; nothing a person wrote. */
export interface CaseRecord extends CaseState {
  id: string
  number: string
  subject: string | null
  filedAt: number
  headSeq: number
  headHash: string
}

/** Keys of one case by scope, opened when asked for. */
export interface CaseKeys {
  /** Null where the scope has no key: it never had one, or the person was erased. */
  of(scope: Scope): Promise<CryptoKey | null>
}

/** A case taken out of the store whole: one round trip. */
export interface StoredCase {
  record: CaseRecord
  events: CaseEvent[]
  /** What was sealed under the given scopes, in order; what has no key (any more) is left out. */
  words(scopes: readonly Scope[]): Promise<Unsealed[]>
  /** For the store itself: what `append` seals with. */
  keys: CaseKeys
}

/** Who follows with a code, and what a session of theirs hangs on. */
export interface CodeHolder {
  codeHash: string
  party: number
  /** Raised when the holder leaves; a session of an earlier epoch is over. */
  epoch: number
  /** Staff have seen the code: its holder gets another at its first use. */
  staffSaw: boolean
  firstUsedAt: number | null
}
