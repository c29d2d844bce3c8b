import type { Category } from './categories.ts'

/** The index of the search: made by the build, one file beside the pages, read by the Worker at its first question. */

export const searchKinds = ['lesson', 'story', 'contact', 'law', 'guide', 'page'] as const
export type SearchKind = (typeof searchKinds)[number]

export interface SearchDoc {
  kind: SearchKind
  title: string
  url: string
  category: Category
  /** Sentences an answer may show. */
  text: string
  /** About violence, children, illness: never shown unasked. */
  sensitive?: true
}

/** What a plain or coarse word also means. */
export interface Synonym {
  say: string[]
  mean: string[]
}

/** Words of danger and the help line that goes first. */
export interface DangerWords {
  words: string[]
  /** Hotline id. */
  contact: string
}

export interface SearchIndex {
  docs: SearchDoc[]
  /** Token → document, weight, document, weight … (weights in hundredths). */
  tokens: Record<string, number[]>
  /** Traditional character → simplified, for those the index knows. */
  fold: Record<string, string>
  /** Slip of the pen → what was meant. */
  slips: [string, string][]
  /** Words that are found by their sound: a word and its syllables. */
  sounds: [string, string[]][]
  /** Character → its syllables, of those that `sounds` uses. */
  syllables: Record<string, string[]>
  synonyms: Synonym[]
  danger: DangerWords[]
}
