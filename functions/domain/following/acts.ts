import { agreementIn, type CurrentAgreement } from '#domain/agreement/current.ts'
import { type Instant, rfc3339 } from '#domain/basics/time.ts'
import { askFault, type HeldRequest, heldOf, needsTalk } from '#domain/clocks/held.ts'
import { keptFor } from '#domain/clocks/kept-until.ts'
import { type CaseEvent, partyScope, type Side } from '#domain/history/events.ts'
import { type Draft, draftIn } from '#domain/history/invitation.ts'
import { type StoryAsk, storyAskOf } from '#domain/history/story.ts'
import { type SpotFacts, spotFacts } from '#domain/spot/saying.ts'
import { eventRow } from '#domain/words/events.ts'
import { type Held, heldIds } from '#domain/words/held.ts'
import type { PartyRole } from '#domain/words/party-roles.ts'
import type { Track } from '#domain/words/tracks.ts'
import { type Consent, consentOf, maySayWhetherToTalk } from './consent.ts'
import { type MediatorFault, mediatorFault } from './mediator.ts'
import { type ObjectionFault, objectionFault } from './objecting.ts'
import { type OwnPublication, ownPublication } from './publication.ts'
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
  /** Of everybody but the person who filed and proxies: whether they want to talk; null for these. */
  consent: Consent | null
  /** Of the complainant: the words for the other side that wait for them, or were sent; null if there are none. */
  draft: Draft | null
  /** The words of a story that they were asked about, and what they said; null if they were not. */
  story: StoryAsk | null
  /** Of the complainant: how far publishing the answer to their suggestion is; null where it is nothing for them. */
  publication: OwnPublication
  /** The newest version of the agreement, as far as the holder may know of it; null without one. */
  agreement: CurrentAgreement | null
  /** Of a record on the spot: its facts, which both sides can deny; null in any other case. */
  spot: SpotFacts | null
  /** Why they cannot ask for another mediator; null if they can. */
  mediator: MediatorFault | null
  /** Name of the unit above the desk that may know of the case; null at the county. */
  above: string | null
}

const takenBackIn = (events: CaseEvent[], party: number): Held | null => {
  const last = events.at(-1)
  if (last?.kind !== 'request-cancelled' || last.actor !== partyScope(party)) return null
  const asked = events.findLast(({ kind, actor }) => eventRow(kind).asksFor && actor === last.actor)
  return (asked && eventRow(asked.kind).asksFor) ?? null
}

/** What can be done now, from the history alone. */
export const actsOf = (
  events: CaseEvent[],
  above: string | null,
  now: Instant,
  holder: { party: number; side: Side; role: PartyRole; track: Track; staffSaw: boolean },
): HolderActs => ({
  urge: urgeChance(events, now),
  object: objectionFault(events, above, now, holder.side),
  consent: maySayWhetherToTalk(holder) ? consentOf(events, holder.party) : null,
  draft: holder.side === 'other' ? null : draftIn(events),
  story: storyAskOf(events, holder.party),
  publication: holder.side === 'other' ? null : ownPublication(events),
  agreement: agreementIn(events),
  spot: spotFacts(events, holder.party),
  mediator: mediatorFault(events, holder),
  held: heldOf(events, holder.party),
  talk: needsTalk(events, holder.party),
  takenBack: takenBackIn(events, holder.party),
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
  mediator,
}: HolderActs): (
  | 'urge'
  | 'object'
  | 'copy'
  | 'mediator'
  | 'consent'
  | 'invitation'
  | 'agreement'
  | Held
)[] => [
  ...(agreement ? (['agreement'] as const) : []),
  ...(draft?.state === 'drafted' ? (['invitation'] as const) : []),
  ...(consent?.open ? (['consent'] as const) : []),
  ...(mayUrge(urge) ? (['urge'] as const) : []),
  ...(object === null ? (['object'] as const) : []),
  ...ask,
  ...(mediator === null ? (['mediator'] as const) : []),
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
