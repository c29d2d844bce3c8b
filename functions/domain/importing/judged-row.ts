import type { Day } from '#domain/basics/time.ts'
import type { Category } from '#domain/words/categories.ts'
import type { ImportField } from './fields.ts'

/** A row of an old ledger after it was looked at. */

/** What is taken of a row; absent is what it does not say. */
export interface TakenRow {
  unit: string
  region: string
  category: Category
  number?: string
  registeredOn?: Day
  endedOn?: Day
  name?: string
  phone?: string
  address?: string
  otherParty?: string
  title?: string
  narrative: string
  handler?: string
  result?: string
  /** Cells that could not be read as what their column is, as they stand there: nothing is lost. */
  unread?: string
}

/** What is in doubt about a cell. */
export type DoubtCode =
  | 'noYear'
  | 'shortYear'
  | 'unreadDay'
  | 'future'
  | 'order'
  | 'noDay'
  | 'noName'
  | 'noStory'
  | 'unreadPhone'
  | 'category'
  | 'noCategory'
  | 'region'
  | 'likeRow'
  | 'filedToo'

export interface Doubt {
  field: ImportField
  code: DoubtCode
  /** What the cell says. */
  typed: string
  /** What is taken instead: a day, a name, the number of a row or of a case; empty if nothing is. */
  taken: string
}

/** Why a row is not imported. */
export type NotImported =
  | { code: 'sum' | 'note' | 'head' | 'nothing' | 'longCell' }
  | { code: 'tooLong'; field: ImportField }
  | { code: 'unit'; typed: string }
  | { code: 'sameRow'; line: number }
  | { code: 'differs'; number: string }
  | { code: 'doubtful' }

export interface JudgedRow {
  /** Number of the row in the file, from 1. */
  line: number
  taken: TakenRow | null
  doubts: Doubt[]
  not: NotImported | null
  /** The old ledger says that the matter has not ended. */
  open: boolean
}
