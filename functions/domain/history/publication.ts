import { addMonths, dayOf, type Instant } from '#domain/basics/time.ts'
import { sinceReopened, wasAtCounty } from './case-history.ts'
import { type Actor, type CaseEvent, complainant, erases } from './events.ts'
import { isImported } from './imported.ts'

/**
 * The answer to a suggestion, published on request (建议和答复): who filed it asks, the desk writes a short question and answer,
 * somebody else approves them, and who filed agrees to exactly these words (docs/adr/0058-published-answers.md).
 */

export type PublicationState = 'asked' | 'drafted' | 'offered' | 'agreed'

/** How far the publication of a case is. */
export interface Publication {
  state: PublicationState
  /** Number of the event with the newest words; of the request while there are none. */
  seq: number
  /** When the last of it happened. */
  at: Instant
  /** Who wrote the words, or asked. */
  by: Actor
}

const steps: Partial<Record<CaseEvent['kind'], PublicationState>> = {
  'publication-asked': 'asked',
  'publication-drafted': 'drafted',
  'publication-approved': 'offered',
}

/** What ends a publication at any time: its people say so, or nothing of the case may be public any more. */
const voids: readonly CaseEvent['kind'][] = [
  ...(['publication-refused', 'publication-ended', 'danger-marked', 'withdrawn', 'merged'] as const),
]

/** The publication of a case since it was last reopened; null if nobody asked, or it has ended. */
export const publicationIn = (events: readonly CaseEvent[]): Publication | null => {
  let found = null as Publication | null
  for (const event of sinceReopened(events)) {
    const { seq, at, kind, actor: by } = event
    const state = steps[kind]
    if (voids.includes(kind) || erases(event, complainant)) found = null
    else if (state) found = { state, seq, at, by }
    else if (kind === 'publication-agreed' && found?.state === 'offered')
      found = { ...found, state: 'agreed', at }
  }
  return found
}

/** The unit that answered last, and the month in which its answer was agreed to: all that is published beside the words. */
export const publishedFacts = (
  events: readonly CaseEvent[],
  { at }: Pick<Publication, 'at'>,
): { unit: string; month: string } => ({
  unit: events.findLast(({ kind }) => kind === 'answered')?.unit ?? '',
  month: monthOf(at),
})

/** The month of an instant, such as `2026-11`. */
export const monthOf = (at: Instant): string => dayOf(at).slice(0, 7)

/** From which month on everybody reads what was agreed to in a month: `2026-11` gives `2026 年 12 月`. */
export const publicSince = (month: string): string => {
  const [year, next] = addMonths(`${month}-01`, 1).split('-')
  return `${year} 年 ${Number(next)} 月`
}

/** What keeps a case from being published for good. */
const forGood: readonly CaseEvent['kind'][] = ['danger-marked', 'erased', 'merged']

/**
 * True if who filed may ask: a suggestion with an answer, of this portal and of nobody who handles cases, never in danger. Nor
 * ever at the county, because danger always is: otherwise the button would tell that there was none (rules.md R49). Not again
 * after the desk said no to it.
 */
export const fitsPublication = (events: readonly CaseEvent[]): boolean => {
  const { track, about, danger } = events[0]?.data ?? {}
  const latest = sinceReopened(events)
  return (
    track === 'suggestion' &&
    about === 'none' &&
    danger !== true &&
    !isImported(events) &&
    !wasAtCounty(events) &&
    !events.some(({ kind, data }) => forGood.includes(kind) || data.merges === true) &&
    latest.some(({ kind }) => kind === 'answered') &&
    !latest.some(({ kind }) => kind === 'publication-ended' || kind === 'withdrawn')
  )
}
