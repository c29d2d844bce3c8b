import { foldedName } from '#domain/basics/folded-name.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { isSet } from '#domain/sessions/own-times.ts'
import type { Keys } from '#keys'

const placeOf = ({ words }: NewEvent): string =>
  words && 'place' in words ? foldedName(words.place ?? '') : ''

/**
 * The events with a fingerprint of the place, where a meeting is set somewhere that is no room of the unit: the words are
 * sealed under the keys of its people, and two meetings in one place must be known as such (docs/adr/0043-sessions.md).
 */
export const withPlaceMarks = (keys: Keys, events: readonly NewEvent[]): Promise<NewEvent[]> =>
  Promise.all(
    events.map(async (event) => {
      const { session } = event.data
      const place = placeOf(event)
      if (!session || !isSet(event.kind) || session.room || place === '') return event
      const placeMark = await keys.mac('place-mark', `${event.unit}/${place}`)
      return { ...event, data: { ...event.data, session: { ...session, placeMark } } }
    }),
  )
