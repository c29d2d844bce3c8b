import { eventRow } from '#domain/words/events.ts'
import type { CaseEvent } from './events.ts'

/** True if the later event answers the person who acted in the earlier one, sets their words aside, or erased them. */
const ends = ({ kind, data }: CaseEvent, { actor }: CaseEvent): boolean =>
  eventRow(kind).setsAside === true ||
  data.to?.some((addressee) => addressee === actor) === true ||
  (kind === 'erased' && actor === `party:${data.party}`)

/**
 * What the people of a case wrote without being asked, and nobody has answered or set aside since. Any later words to
 * the person are an answer, a decision included.
 */
export const unansweredIn = (events: readonly CaseEvent[]): CaseEvent[] =>
  events.filter(
    (event, index) =>
      eventRow(event.kind).wantsAnswer && !events.slice(index + 1).some((later) => ends(later, event)),
  )
