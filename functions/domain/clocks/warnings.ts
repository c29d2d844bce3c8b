import type { WarningColour } from '#domain/content/warnings.ts'
import { returnsIn } from '#domain/history/case-history.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { isImported } from '#domain/history/imported.ts'
import { statusIn } from '#domain/history/status-replay.ts'
import { isEnded } from '#domain/words/statuses.ts'
import { county } from '#generated/county.ts'
import { type Clock, isOpen } from './clocks.ts'

/** Warning colours (预警), derived when read from the signs in content/warnings.yaml. */

/** The scheme of colours, lowest first. */
export const colours = county.warnings.scheme

/** From this rank on somebody must look at the case. */
export const alarming = colours.findIndex((colour) => colour.alarming)

/** Rank of a colour in the scheme, 0 is the lowest; an unknown colour has rank 0. */
export const colourRank = (id: string): number =>
  Math.max(
    0,
    colours.findIndex((colour) => colour.id === id),
  )

/** The colour of a rank; a rank above the scheme gives its highest colour. */
export const colourAt = (rank: number): WarningColour =>
  colours[Math.min(rank, colours.length - 1)] as WarningColour

/** What the colour of a case depends on besides its clocks and its history. */
export interface WarningFacts {
  danger: boolean
  people: number | null
  /** Has a date passed that people set for each other (set-dates.ts)? */
  late?: boolean
}

const count = (events: CaseEvent[], kind: CaseEvent['kind']): number =>
  events.filter((event) => event.kind === kind).length

/** Staff's latest judgement of the colour, which ends when the case is reopened; null if there is none. */
export const judgedColour = (events: CaseEvent[]): string | null =>
  events.findLast(({ kind }) => kind === 'judged' || kind === 'reopened')?.data.colour ?? null

/**
 * The colour of a case now: staff's judgement, otherwise the highest colour of its signs.
 * @returns the rank in the scheme
 */
export const warningOf = (events: CaseEvent[], clocks: Clock[], facts: WarningFacts): number => {
  // Nobody here watched how a case of an old ledger went.
  if (isImported(events) && isEnded(statusIn(events))) return 0
  const { danger, people, late } = facts
  const running = clocks.filter((clock) => isOpen(clock) && clock.state !== 'paused')
  const stages = new Set(running.map(({ stage }) => stage))
  if (late) stages.add('overdue')
  const counts: Record<string, number> = {
    danger: danger ? 1 : 0,
    returns: returnsIn(events),
    reopened: count(events, 'reopened'),
    linked: count(events, 'linked'),
    people: people ?? 0,
  }
  const signRanks = county.warnings.signs
    .filter(({ sign, atLeast = 1 }) =>
      sign in counts ? (counts[sign] as number) >= atLeast : stages.has(sign as Clock['stage']),
    )
    .map(({ colour }) => colourRank(colour))
  const derived = Math.max(0, ...signRanks)
  const judged = judgedColour(events)
  if (judged === null) return derived
  // A judgement cannot lower the colour of danger or of an overdue clock, only raise it.
  return danger || stages.has('overdue') ? Math.max(derived, colourRank(judged)) : colourRank(judged)
}
