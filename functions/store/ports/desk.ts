import type { ListScope } from '#domain/desk/access.ts'
import type { ListedCase, ReadKind } from '#domain/desk/listing.ts'
import type { Mark } from '#domain/desk/marks.ts'
import type { PageKey } from '#domain/desk/page-key.ts'
import type { Waits } from '#domain/words/waits.ts'
import type { AnchorStore } from './anchors.ts'
import type { AppendStore } from './append.ts'
import type { StoredCase } from './case.ts'
import type { CountsStore } from './counts.ts'
import type { FigureStore } from './figures.ts'
import type { LedgerStore, UnsealingStore } from './ledger.ts'
import type { LetterPrintStore } from './letters.ts'
import type { MediatedStore } from './mediated.ts'
import type { RatingFigureStore, RatingTaskStore } from './ratings.ts'
import type { ConsultationStore, MeetingStore } from './sessions.ts'
import type { SheetStore } from './sheets.ts'

/** A page of a list of the desk: one scope, one order, starting after a key. */
export interface ListQuery {
  scope: ListScope
  /** Id of the reader: without the cases they must keep out of (回避). Absent: nobody reads the list. */
  reader?: string | undefined
  /**
   * Open cases by due day, those of one day as they were filed; all changed cases, newest first; open cases whose colour turned, newest first. Without further
   * pages: by due day and among equal ones by what waits and how long; by how long it waits.
   */
  order: 'due' | 'changed' | 'turned' | 'due-waiting' | 'waiting'
  /** Ended cases too where they wait for something that waits after the end (`waitsAfterEnd`). */
  waits?: Waits | undefined
  /** Only what waits for something. */
  waiting?: boolean | undefined
  /** Rank of the warning colour. */
  colour?: number | undefined
  /** Only cases due at or after this instant, before this instant. */
  dueFrom?: number | undefined
  dueBefore?: number | undefined
  /** Only cases with this mark. */
  mark?: Mark | undefined
  /** Only cases that the scope counts at this place (domain/desk/places.ts). */
  place?: string | undefined
  /** Only cases that changed in this span, with `order: 'changed'`. */
  changedFrom?: number | undefined
  changedBefore?: number | undefined
  /** Only cases whose colour turned at or after this instant, with `order: 'turned'`. */
  turnedFrom?: number | undefined
  after?: PageKey | undefined
  limit: number
}

/** The same without its order of pages. */
export type CountQuery = Omit<ListQuery, 'after' | 'limit'>

/** An entry of the read log. */
interface ReadEntry {
  staff: string
  /** The unit they worked for at that moment. */
  acting: string
  caseId: string
  kind: ReadKind
  at: number
}

type CaseRead = Pick<ReadEntry, 'staff' | 'kind' | 'at'>

/** The desk: lists, cases and the read log. */
export interface DeskStore
  extends AppendStore,
    Pick<AnchorStore, 'anchors'>,
    SheetStore,
    LedgerStore,
    CountsStore,
    UnsealingStore,
    MediatedStore,
    RatingTaskStore,
    RatingFigureStore,
    FigureStore,
    MeetingStore,
    ConsultationStore,
    LetterPrintStore {
  /** A complete case by its number; null if there is none. An unknown number takes the same statements. */
  openCase(number: string): Promise<StoredCase | null>
  /** A page of a list. */
  list(query: ListQuery): Promise<ListedCase[]>
  /** Pages of several lists, and the number of cases in others, where counting stops at `most`: one round trip. */
  overview(
    lists: readonly ListQuery[],
    counts: readonly CountQuery[],
    most: number,
  ): Promise<{ lists: ListedCase[][]; counts: number[] }>
  /**
   * Cases of a person by any of these forms of a phone or a full name, limited to those listed under the scopes and open
   * to the reader.
   */
  findPerson(
    field: 'phone' | 'name',
    forms: string[],
    scopes: ListScope[],
    reader: string,
  ): Promise<ListedCase[]>
  /** True if the complainants of two cases gave the same phone or the same full name. */
  samePerson(one: string, other: string): Promise<boolean>
  /** Which of these forms of names somebody of the case has, found by their fingerprints. */
  namesIn(caseId: string, names: string[]): Promise<string[]>
  /** List lines of known cases, limited to those listed under the scopes and open to the reader. */
  linesOf(caseIds: string[], scopes: ListScope[], reader: string): Promise<ListedCase[]>
  /** Who handles and who answers for open cases: at most one of each for a case, read through its key. */
  holdersOf(caseIds: string[]): Promise<{ caseId: string; staff: string; as: 'assignee' | 'leader' }[]>
  /** Records that a member of staff read a case; returns its latest `limit` reads, newest first. */
  logRead(entry: ReadEntry, limit: number): Promise<CaseRead[]>
  /** The same, unless this person read the case so for the same unit at or after an instant. */
  logReadOnce(entry: ReadEntry, since: number): Promise<void>
}
