import { storyMonths } from '#domain/basics/bounds.ts'
import { addMonths, dayOf, type Instant, startOfDay } from '#domain/basics/time.ts'
import { endsCase } from '#domain/words/ends.ts'
import { sinceReopened, wasAtCounty } from './case-history.ts'
import { type CaseEvent, erases, partyScope } from './events.ts'
import { guestsIn, invitedIn, othersIn } from './other-side.ts'

/**
 * A story (调解故事) of a case: the county writes it, and each side is asked by their own code with the exact words. Silence is
 * no, and whoever agreed can take it back at any time (docs/adr/0048-what-comes-after.md).
 */

type Said = 'agreed' | 'refused' | null

/** What one person was asked, and said last. */
export interface StoryAsk {
  party: number
  /** Number of the event with the words for them. */
  seq: number
  said: Said
  at: Instant
}

/** The last request for a story. */
export interface StoryRequest {
  asks: StoryAsk[]
  /** The unit that asked. */
  by: string
  /** True while everybody agrees. */
  agreed: boolean
  /** True if everybody agreed once and that holds no more, and nobody has recorded that the story was taken down. */
  toTakeDown: boolean
}

const says: Partial<Record<CaseEvent['kind'], 'agreed' | 'refused'>> = {
  'story-agreed': 'agreed',
  'story-refused': 'refused',
}

/** What a person was asked last and said to it; null if they were not asked. From the history as they know it, or the whole. */
export const storyAskOf = (events: readonly CaseEvent[], party: number): StoryAsk | null => {
  const asked = events.findLast(({ kind, data }) => kind === 'story' && data.party === party)
  if (!asked) return null
  const last = events.findLast(
    ({ seq, kind, data }) => seq > asked.seq && says[kind] !== undefined && data.party === party,
  )
  const gone = events.some((event) => event.seq > asked.seq && erases(event, partyScope(party)))
  const said = gone ? 'refused' : last ? (says[last.kind] ?? null) : null
  return { party, seq: asked.seq, said, at: (last ?? asked).at }
}

/** What takes a case up again, so that it is no story of a case that is over. */
const voids: readonly CaseEvent['kind'][] = ['reopened', 'danger-marked']

/** The asks of the last request: its rows follow one another. */
const asksIn = (events: readonly CaseEvent[]): StoryAsk[] => {
  const last = events.findLast(({ kind }) => kind === 'story')
  const own = events.filter(
    ({ kind, at, actor }) => kind === 'story' && at === last?.at && actor === last.actor,
  )
  return own.flatMap(({ data }) => storyAskOf(events, data.party ?? 0) ?? [])
}

const allAgree = (events: readonly CaseEvent[]): boolean => {
  const asks = asksIn(events)
  const from = asks[0]?.seq ?? Number.POSITIVE_INFINITY
  return (
    asks.length > 0 &&
    asks.every(({ said }) => said === 'agreed') &&
    !events.some(({ seq, kind }) => seq > from && voids.includes(kind))
  )
}

/** The last request for a story of a whole history; null if there was none. */
export const storyIn = (events: readonly CaseEvent[]): StoryRequest | null => {
  const asks = asksIn(events)
  const [first] = asks
  if (!first) return null
  const agreed = allAgree(events)
  // Everybody agreed once, if they did after some event since.
  const since = events.flatMap(({ seq }, place) => (seq > first.seq ? place : []))
  const was = since.findLast((place) => allAgree(events.slice(0, place + 1)))
  const down = events.findLastIndex(({ kind }) => kind === 'story-down')
  const by = events.find(({ seq }) => seq === first.seq)?.acting ?? ''
  return { asks, by, agreed, toTakeDown: was !== undefined && !agreed && down < was }
}

/** Subjects that are no story: an illness, and what was done to a child. */
const never = ['medical', 'safety'] as const

/** There are two sides, and everybody of both can be asked by their own code. */
const canAskAll = (events: readonly CaseEvent[]): boolean =>
  events[0]?.data.anonymous !== true &&
  othersIn(events).length > 0 &&
  guestsIn(events).every((party) => invitedIn(events, party)) &&
  !events.some(({ kind }) => kind === 'erased')

/**
 * True if a case may become a story: settled, over for twelve months, never in danger or about the people who handle cases,
 * with two sides that can be asked. Whoever asks says in person that it is of no child and no illness.
 */
export const fitsStory = (events: readonly CaseEvent[], now: Instant): boolean => {
  const { category, about, danger } = events[0]?.data ?? {}
  const latest = sinceReopened(events)
  const end = latest.findLast(({ kind }) => endsCase(kind))
  if (!end || !latest.some(({ kind }) => kind === 'settled')) return false
  const story = storyIn(events)
  return (
    startOfDay(addMonths(dayOf(end.at), storyMonths)) <= now &&
    about === 'none' &&
    danger !== true &&
    !events.some(({ kind }) => kind === 'danger-marked') &&
    !wasAtCounty(events) &&
    !never.some((one) => one === category) &&
    canAskAll(events) &&
    // A story that stands, or must be taken down first, is not asked for again.
    !story?.agreed &&
    !story?.toTakeDown
  )
}
