import { agreementIn, type CurrentAgreement } from '#domain/agreement/current.ts'
import { type Instant, rfc3339 } from '#domain/basics/time.ts'
import { askFault, type HeldRequest, heldIn, needsTalk } from '#domain/clocks/held.ts'
import { keptFor } from '#domain/clocks/kept-until.ts'
import type { CaseEvent, Side } from '#domain/history/events.ts'
import { type Draft, draftIn } from '#domain/history/invitation.ts'
import { type StoryAsk, storyAskOf } from '#domain/history/story.ts'
import { type SpotFacts, spotFacts } from '#domain/spot/saying.ts'
import { eventRow } from '#domain/words/events.ts'
import { type Held, heldIds } from '#domain/words/held.ts'
import { type Consent, consentOf } from './consent.ts'
import { type ObjectionFault, objectionFault } from './objecting.ts'
import { mayUrge, type UrgeChance, type UrgeFault, urgeChance } from './urging.ts'

/** What the holder of a code can do beside writing and rating, each by its own rule. */
export interface HolderActs {
  urge: UrgeChance | UrgeFault
  /** What they have asked for and can still take back. */
  held: HeldRequest | null
  /** Somebody speaks with them alone before what they ask for takes effect. */
  talk: boolean
  /** What they asked for and have just taken back, as the last thing that happened. */
  takenBack: Held | null
  /** What still needs their data after the end, the longest first. */
  kept: ReturnType<typeof keptFor>
  /** What they can ask for. */
  ask: Held[]
  /** Why they cannot object to the result; null if they can. */
  object: ObjectionFault | null
  /** Of the other side: whether they want to talk; null for the complainant. */
  consent: Consent | null
  /** Of the complainant: the words for the other side that wait for them, or were sent; null if there are none. */
  draft: Draft | null
  /** The words of a story that they were asked about, and what they said; null if they were not. */
  story: StoryAsk | null
  /** The newest version of the agreement, as far as the holder may know of it; null without one. */
  agreement: CurrentAgreement | null
  /** Of a record on the spot: its facts, which both sides can deny; null in any other case. */
  spot: SpotFacts | null
  /** Name of the unit above the desk that may know of the case; null at the county. */
  above: string | null
}

const takenBackIn = (events: CaseEvent[]): Held | null => {
  if (events.at(-1)?.kind !== 'request-cancelled') return null
  const asked = events.findLast(({ kind }) => eventRow(kind).asksFor)
  return (asked && eventRow(asked.kind).asksFor) ?? null
}

/** What can be done now, from the history alone. */
export const actsOf = (
  events: CaseEvent[],
  above: string | null,
  now: Instant,
  holder: { party: number; side: Side; staffSaw: boolean },
): HolderActs => ({
  urge: urgeChance(events, now),
  object: objectionFault(events, above, now, holder.side),
  consent: holder.side === 'other' ? consentOf(events, holder.party) : null,
  draft: holder.side === 'other' ? null : draftIn(events),
  story: storyAskOf(events, holder.party),
  agreement: agreementIn(events),
  spot: spotFacts(events, holder.party),
  held: heldIn(events),
  talk: needsTalk(events),
  takenBack: takenBackIn(events),
  kept: keptFor(events, now),
  ask: heldIds.filter((what) => askFault(events, what, holder) === null),
  above,
})

/** The names of what can be done now, as the API has them. */
export const openActs = ({
  urge,
  ask,
  object,
  consent,
  draft,
  agreement,
}: HolderActs): ('urge' | 'object' | 'copy' | 'consent' | 'invitation' | 'agreement' | Held)[] => [
  ...(agreement ? (['agreement'] as const) : []),
  ...(draft?.state === 'drafted' ? (['invitation'] as const) : []),
  ...(consent?.open ? (['consent'] as const) : []),
  ...(mayUrge(urge) ? (['urge'] as const) : []),
  ...(object === null ? (['object'] as const) : []),
  ...ask,
  'copy',
]

/** What was asked for and waits, as the API has it; nothing if nothing does. */
export const heldJson = ({ held }: HolderActs) =>
  held && {
    pending: {
      what: held.what,
      effectiveAt: rfc3339(held.effectiveAt),
      afterTalk: held.afterTalk,
    },
  }
