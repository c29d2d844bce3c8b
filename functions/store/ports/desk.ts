import type { ListScope } from '#domain/desk/access.ts'
import type { ListedCase, ReadKind } from '#domain/desk/listing.ts'
import type { Waits } from '#domain/words/waits.ts'
import type { AppendStore } from './append.ts'
import type { StoredCase } from './case.ts'

/** A list of the desk: one scope, one order, from a key on. */
export interface ListQuery {
  scope: ListScope
  /** Open cases by due day; all that were touched, newest first; open ones whose colour turned, newest first. */
  order: 'due' | 'changed' | 'turned'
  waits?: Waits | undefined
  /** Rank of the warning colour. */
  colour?: number | undefined
  /** Only what is due before this instant. */
  dueBefore?: number | undefined
  /** Only what changed in this span, with `order: 'changed'`. */
  changedFrom?: number | undefined
  changedBefore?: number | undefined
  /** Only what turned from this instant on, with `order: 'turned'`. */
  turnedFrom?: number | undefined
  after?: { key: number; caseId: string } | undefined
  limit: number
}

/** A read of a case, as it is written down. */
interface ReadEntry {
  staff: string
  /** The unit they worked for at that moment. */
  acting: string
  caseId: string
  kind: ReadKind
  at: number
}

type CaseRead = Pick<ReadEntry, 'staff' | 'kind' | 'at'>

/** The desk: lists, cases, and who read them. */
export interface DeskStore extends AppendStore {
  /** A case by its number, whole. A number that names nothing costs the same statements. */
  openCase(number: string): Promise<StoredCase | null>
  /** A page of a list. */
  list(query: ListQuery): Promise<ListedCase[]>
  /** How many cases a list holds, counted no further than `most`. */
  countList(query: Omit<ListQuery, 'after' | 'limit'>, most: number): Promise<number>
  /** Cases of a person, by phone or full name, among those listed under the scopes. */
  findPerson(field: 'phone' | 'name', text: string, scopes: ListScope[]): Promise<ListedCase[]>
  /** Lines of known cases, as far as they are listed under the scopes. */
  linesOf(caseIds: string[], scopes: ListScope[]): Promise<ListedCase[]>
  /** Writes down that somebody read a case, and gives who read it lately, newest first. */
  logRead(entry: ReadEntry, limit: number): Promise<CaseRead[]>
}
