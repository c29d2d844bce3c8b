import type { Category } from '#domain/words/categories.ts'

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
interface Synonym {
  say: string[]
  mean: string[]
}

/** Words that say where something happened, not what: they count little, unless one of the others is said too. */
interface WeakWords {
  words: string[]
  unless: string[]
}

/** Words of danger and the help lines that go first (functions/domain/search/danger-words.ts). */
export interface DangerWords {
  /** Hotline ids, the first to call first. */
  contacts: string[]
  /** Any of these … */
  words?: string[] | undefined
  /** … or one word of each of these lists, in this order, close together. */
  chain?: string[][] | undefined
  /** Longer words that hold one of them and mean something else. */
  unless?: string[] | undefined
  /** Said close by, these make it something else. */
  not?: string[] | undefined
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
  weak: WeakWords[]
  danger: DangerWords[]
}
