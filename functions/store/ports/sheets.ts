import type { Day } from '#domain/basics/time.ts'
import type { ListScope } from '#domain/desk/access.ts'
import type { SheetReach } from '#domain/desk/sheets.ts'
import type { Actor } from '#domain/history/events.ts'
import type { Category } from '#domain/words/categories.ts'
import type { EventKind } from '#domain/words/events.ts'
import type { ReviewCause } from '#domain/words/review-causes.ts'

/** What a result on the spot is counted as that is not proven (docs/adr/0045-on-the-spot.md). */
export const unproven = 'unproven'

/** Some desks in a span of time; `before` is the first instant after it. */
export interface SheetQuery extends SheetReach {
  from: number
  before: number
}

/** An event on a sheet: at one of the desks, or by which one of them handed the case on; a case may have it twice. */
export interface SheetEvent {
  side: 'here' | 'away'
  kind: EventKind
  /** Who acted, and the unit they worked for at that moment; empty for others than staff. */
  actor: Actor
  acting: string
}

/** A case on a sheet, as it was filed: nothing in it changes later. */
export interface SheetLine {
  number: string
  category: Category
  region: string
  /** In the order they happened. */
  events: SheetEvent[]
  /** True if the reader must keep out of the case (回避). */
  aside: boolean
}

/** A measure of a review that nobody has recorded as done (以案促改). */
export interface OpenMeasure {
  number: string
  category: Category
  unit: string
  cause: ReviewCause
  by: Day
}

/** Sheets: events of histories by desk and time. */
export interface SheetStore {
  /** The number of cases with each kind of event at the desks, and of those the desks handed on. */
  countEvents(query: SheetQuery): Promise<{
    here: Partial<Record<EventKind | typeof unproven, number>>
    away: number
  }>
  /** Names of staff as of the last closed day of a span on which they acted, by id; without those who did not. */
  namesThen(ids: string[], from: Day, to: Day): Promise<Map<string, string>>
  /** The cases with such events, latest first; `reader` is a member of staff. */
  sheetLines(query: SheetQuery, limit: number, reader: string): Promise<SheetLine[]>
  /**
   * When somebody of the unit last reached or heard a person of a case, before an instant; null if that was not among the
   * last things its staff did.
   */
  lastContact(query: Pick<SheetQuery, 'abouts' | 'before'> & { unit: string }): Promise<number | null>
  /**
   * Open measures of the latest reviews at the desks, in cases that stand in one of these lists and that the reader need
   * not keep out of; what is due first on top.
   */
  openMeasures(
    query: SheetReach & { scopes: readonly ListScope[]; reader: string; limit: number },
  ): Promise<OpenMeasure[]>
}
