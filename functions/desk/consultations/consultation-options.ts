import type { Instant } from '#domain/basics/time.ts'
import { type Consultation, plannedIn } from '#domain/experts/consultations.ts'
import { weeklyWords } from '#domain/experts/sentences.ts'
import { type CaseEvent, complainant, erases, partyOf } from '#domain/history/events.ts'
import { guestsIn } from '#domain/history/other-side.ts'
import { personLabel } from '#domain/history/person-label.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { Option } from '#domain/moves/readers.ts'
import type { MoveField } from '#domain/moves/table.ts'
import { unit } from '#domain/places/areas.ts'
import { spokenStart } from '#domain/sessions/sentences.ts'
import { expertFields } from '#domain/words/expert-fields.ts'
import { county } from '#generated/county.ts'

/** The options of the forms about consultations. */

/** Numbers of the people who can consult somebody: all of the case whose data are there. */
const peopleOf = (events: readonly CaseEvent[]): number[] => [
  ...(events.some((event) => erases(event, complainant)) ? [] : [partyOf(complainant)]),
  ...guestsIn(events),
]

/** The consultation that a form names; undefined if it is none to come. */
export const consultationOf = (
  events: readonly CaseEvent[],
  { booking }: Pick<MoveInput, 'booking'>,
  now: Instant,
): Consultation | undefined => plannedIn(events, now).find(({ id }) => String(id) === booking)

/** Options of a field, for this case; undefined for other fields. */
export const consultationOptions = (
  field: MoveField,
  events: readonly CaseEvent[],
  now: Instant,
): Option[] | undefined => {
  switch (field) {
    case 'consulter':
      return peopleOf(events).map((party) => ({ id: String(party), name: personLabel(events, party) }))
    case 'expert':
      return county.experts.map((expert) => ({
        id: expert.id,
        name: `${expertFields[expert.field].name}：${expert.name}，${unit(expert.unit).name}`,
        note: `${weeklyWords(expert)}，一次 ${expert.length} 分钟`,
      }))
    case 'booking':
      return plannedIn(events, now).map(({ id, party, start }) => ({
        id: String(id),
        name: `${personLabel(events, party)}，${spokenStart(start)}`,
      }))
    default:
      return undefined
  }
}
