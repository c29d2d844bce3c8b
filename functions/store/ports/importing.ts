import type { ListScope } from '#domain/desk/access.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { Known } from '#domain/importing/doubles.ts'

/** What is stored of an old ledger while it is looked at. `state` is JSON of the page's own shape. */
interface StoredDraft {
  state: unknown
  rows: string[][]
  expiresAt: number
}

/** A row by what it is known again by. Texts; the store keeps fingerprints of them. */
interface RowTexts {
  line: number
  whole: string
  likes: readonly string[]
  /** Forms of the name, and the day as instants, by which a case that was filed here is found. */
  person?: { names: readonly string[]; from: number; before: number } | undefined
}

/** A row that becomes a case. */
export interface ImportedRow extends Pick<RowTexts, 'whole' | 'likes'> {
  events: NewEvent[]
  /** Forms by which staff find the person. */
  person: { phones: string[]; names: string[] }
}

/** Importing an old ledger (docs/adr/0055-import.md). */
export interface ImportStore {
  /** Keeps a ledger, sealed, in place of what had this id. */
  keepDraft(id: string, staff: string, draft: StoredDraft): Promise<void>
  /** Changes what was chosen. */
  changeDraft(id: string, staff: string, state: unknown): Promise<void>
  /** A ledger of this member of staff; null if it is not theirs, gone, or too old. */
  draft(id: string, staff: string, now: number): Promise<StoredDraft | null>
  /** Ids of the ledgers of a member of staff, the newest first, with what was chosen. */
  drafts(staff: string, now: number): Promise<{ id: string; state: unknown; expiresAt: number }[]>
  /** Removes a ledger unread. @returns false if there was none of this member of staff */
  dropDraft(id: string, staff: string): Promise<boolean>
  /** What is known of rows. Numbers are of cases that the reader may open; a case that they may not has none. */
  knownRows(rows: readonly RowTexts[], scopes: readonly ListScope[], reader: string): Promise<Known>
  /**
   * Stores rows as cases, each batch of them whole or not at all; a row that is stored already is left out.
   * @param year of their numbers
   * @returns how many were stored
   */
  importRows(rows: readonly ImportedRow[], year: string): Promise<number>
}
