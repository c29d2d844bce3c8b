import type { WarningColour } from '#domain/content/warnings.ts'
import { returnsIn } from '#domain/history/case-history.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { county } from '#generated/county.ts'
import { type Clock, isOpen } from './clocks.ts'

/** Warning colours (预警): derived when read, from signs that are data (content/warnings.yaml). */

export const colours = county.warnings.scheme

/** From this rank on somebody must look. */
export const alarming = colours.findIndex((colour) => colour.alarming)

/** Place of a colour in the scheme, 0 the calmest; an unknown one counts as the calmest. */
export const colourRank = (id: string): number =>
  Math.max(
    0,
    colours.findIndex((colour) => colour.id === id),
  )

export const colourAt = (rank: number): WarningColour =>
  colours[Math.min(rank, colours.length - 1)] as WarningColour

/** What the colour of a case hangs on besides its clocks and its history. */
export interface WarningFacts {
  danger: boolean
  people: number | null
  /** Has a date passed that people set for each other? */
  late?: boolean
}

const count = (events: CaseEvent[], kind: CaseEvent['kind']): number =>
  events.filter((event) => event.kind === kind).length

/** Staff's last judgement, until the case was taken up again; null: none. */
export const judgedColour = (events: CaseEvent[]): string | null =>
  events.findLast(({ kind }) => kind === 'judged' || kind === 'reopened')?.data.colour ?? null

/**
 * The colour of a case now: staff's judgement, else the highest that a sign gives.
 * @returns the rank in the scheme
 */
export const warningOf = (events: CaseEvent[], clocks: Clock[], facts: WarningFacts): number => {
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
  const given = county.warnings.signs
    .filter(({ sign, atLeast = 1 }) =>
      sign in counts ? (counts[sign] as number) >= atLeast : stages.has(sign as Clock['stage']),
    )
    .map(({ colour }) => colourRank(colour))
  const derived = Math.max(0, ...given)
  const judged = judgedColour(events)
  if (judged === null) return derived
  // A judgement calms no danger and no overdue clock; it may only raise them.
  return danger || stages.has('overdue') ? Math.max(derived, colourRank(judged)) : colourRank(judged)
}
