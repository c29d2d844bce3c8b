import { staffIdOf } from '#domain/history/events.ts'
import { unit } from '#domain/places/areas.ts'
import type { SheetEvent, SheetLine } from '#store/ports/sheets.ts'
import { actorName } from '../ui/actor-name.ts'
import { sheetWords } from './sheet-words.ts'

/** What one person did in a case within the span of a sheet. */
export interface Deed {
  who: string
  what: string
}

/** Unit and name as of the event. A reader who must keep out of the case reads the unit only (docs/how/access.md). */
const whoIn = ({ actor, acting }: SheetEvent, names: ReadonlyMap<string, string>, aside: boolean): string => {
  const name = aside && staffIdOf(actor) ? '' : actorName(actor, names)
  return [acting && unit(acting).name, name].filter(Boolean).join(' ')
}

/**
 * The events of a case by who made them, in the order of their first.
 * @param names names of members of staff by id
 */
export const deedsIn = (
  { events, aside }: Pick<SheetLine, 'events' | 'aside'>,
  names: ReadonlyMap<string, string>,
): Deed[] => {
  const kinds = (own: SheetEvent[], side: SheetEvent['side']) =>
    own.flatMap((event) => (event.side === side ? event.kind : []))
  return [...Map.groupBy(events, (event) => whoIn(event, names, aside))].map(([who, own]) => ({
    who,
    what: sheetWords(kinds(own, 'here'), kinds(own, 'away')),
  }))
}
