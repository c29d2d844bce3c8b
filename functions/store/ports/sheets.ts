import type { SheetReach } from '#domain/desk/sheets.ts'
import type { Category } from '#domain/words/categories.ts'
import type { EventKind } from '#domain/words/events.ts'

/** Some desks in a span of time; `before` is the first instant after it. */
export interface SheetQuery extends SheetReach {
  from: number
  before: number
}

/** A case on a sheet, as it was filed: nothing in it changes later. */
export interface SheetLine {
  number: string
  category: Category
  region: string
  /** Kinds of its events at the desks, and of those by which the desks handed it on. */
  here: EventKind[]
  away: EventKind[]
}

/** Sheets: events of histories by desk and time. */
export interface SheetStore {
  /** The number of cases with each kind of event at the desks, and of those the desks handed on. */
  countEvents(query: SheetQuery): Promise<{ here: Partial<Record<EventKind, number>>; away: number }>
  /** The cases with such events, latest first. */
  sheetLines(query: SheetQuery, limit: number): Promise<SheetLine[]>
}
