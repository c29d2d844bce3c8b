import { area, unit } from '#domain/places/areas.ts'
import type { About } from '#domain/words/about.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Level } from '#domain/words/levels.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { CaseEvent, EventData } from './events.ts'
import { statusIn } from './status-replay.ts'

/** The state of a case, replayed from its history (docs/adr/0016-schema.md). */
export interface CaseState {
  track: Track
  category: Category
  region: string
  about: About
  danger: boolean
  status: Status
  unit: string
  level: Level
  /** People involved, as staff counted them. */
  people: number | null
}

const latest = <Key extends keyof EventData>(events: CaseEvent[], key: Key): EventData[Key] | undefined =>
  events.findLast(({ data }) => data[key] !== undefined)?.data[key]

/** The danger mark: as filed, then as last set or lifted. */
const dangerIn = (events: CaseEvent[]): boolean => {
  const mark = events.findLast(({ kind }) => kind === 'danger-marked' || kind === 'danger-lifted')
  return mark ? mark.kind === 'danger-marked' : events[0]?.data.danger === true
}

/**
 * Replays a history. Access, lists and pages are based on the result; the columns of `cases` are a cache of it, which
 * verification compares (store/verify.ts).
 * @param events the complete history in order; the first event is `filed`
 * @throws Error if the first event does not contain what was filed
 */
export const stateOf = (events: CaseEvent[]): CaseState => {
  const [filed] = events
  const { track, category, about } = filed?.data ?? {}
  const region = latest(events, 'region')
  const desk = events.at(-1)?.unit
  if (filed?.kind !== 'filed' || !track || !category || !about || !region || !desk)
    throw new Error('history: the first event does not contain what was filed')
  return {
    track,
    category,
    region,
    about,
    danger: dangerIn(events),
    status: statusIn(events),
    unit: desk,
    level: area(unit(desk).area).level,
    people: latest(events, 'people') ?? null,
  }
}
