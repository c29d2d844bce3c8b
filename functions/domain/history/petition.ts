import type { Instant } from '#domain/basics/time.ts'
import type { Matter } from '#domain/words/matters.ts'
import {
  type PetitionSource,
  type PetitionTimes,
  petitionSources,
  petitionTimes,
} from '#domain/words/petitions.ts'
import type { CaseEvent } from './events.ts'

/** The entry of a petition in the state's information system (信访工作条例 21), as staff recorded it here. */
export interface PetitionEntry {
  number: string
  times: PetitionTimes
  source: PetitionSource
}

/** The newest record: a number that was typed wrongly is recorded anew. Null without one. */
export const petitionIn = (events: readonly CaseEvent[]): PetitionEntry | null => {
  const {
    petitionNumber: number,
    petitionTimes: times,
    petitionSource: source,
  } = events.findLast(({ kind }) => kind === 'petition-recorded')?.data ?? {}
  return number && times && source ? { number, times, source } : null
}

/** The entry in words, for staff: number, how often, how it came; empty without one. */
export const petitionLine = (events: readonly CaseEvent[]): string => {
  const entry = petitionIn(events)
  return entry
    ? [entry.number, petitionTimes[entry.times].name, petitionSources[entry.source].name].join('，')
    : ''
}

const entered: readonly (Matter | undefined)[] = ['petition', 'review', 'recheck']

/**
 * Since when the number is missing: from acceptance as a petition, a review or a recheck; null if it is not. What was
 * withdrawn, or goes on in another case, needs none.
 */
export const numberMissing = (events: readonly CaseEvent[]): Instant | null => {
  if (petitionIn(events) || events.some(({ kind }) => kind === 'merged' || kind === 'withdrawn')) return null
  const accepted = events.findLast(({ data }) => data.matter !== undefined)
  return accepted && entered.includes(accepted.data.matter) ? accepted.at : null
}
