import type { Category } from '#domain/words/categories.ts'
import type { PinyinTable } from './pinyin.ts'

/** The search index: one file written by the build, read by the Worker at its first question. */

/** The kinds of documents. */
export const searchKinds = ['lesson', 'story', 'contact', 'law', 'guide', 'page', 'question'] as const
export type SearchKind = (typeof searchKinds)[number]
/** The kinds that programs know: a question is a page to them (GET /api/v1/search). */
export const apiKinds = ['lesson', 'story', 'contact', 'law', 'guide', 'page'] as const
/** The kind of a document as programs know it. */
export const apiKindOf = (kind: SearchKind): (typeof apiKinds)[number] =>
  kind === 'question' ? 'page' : kind

/** A page or a part of a page that the search can return. */
export interface SearchDoc {
  kind: SearchKind
  title: string
  url: string
  category: Category
  /** Sentences an answer may show. */
  text: string
  /** About violence, children or illness: never shown unasked. */
  sensitive?: true
  /** About violence or bullying: a page that lists it first has a way to leave (rules.md R63). */
  exit?: true
  /** Ids of the situations it belongs to. */
  situations?: string[]
}

/** Other meanings of a plain or coarse word. */
interface Synonym {
  say: string[]
  mean: string[]
}

/**
 * Words that say where something happened, not what: they count little unless one of the others is said too.
 */
interface WeakWords {
  words: string[]
  unless: string[]
}

/** Words of danger and their hotlines (functions/domain/search/danger-words.ts). */
export interface DangerWords {
  /** Hotline ids, in calling order. */
  contacts: string[]
  /** Any of these … */
  words?: string[] | undefined
  /** … or one word of each of these lists, in this order, close together. */
  chain?: string[][] | undefined
  /** Longer words that contain one of them and mean something else. */
  unless?: string[] | undefined
  /** Words that, close by, change the meaning. */
  not?: string[] | undefined
}

/** The whole index, as JSON. */
export interface SearchIndex {
  docs: SearchDoc[]
  /** Token → document, weight, document, weight … (weights in hundredths). */
  tokens: Record<string, number[]>
  /** Traditional character → simplified, for characters in the index. */
  fold: Record<string, string>
  /** Typing error → the word meant. */
  slips: [string, string][]
  /** Words that are found by sound: a word and its syllables. */
  sounds: [string, string[]][]
  /** Character → its syllables, as far as `sounds` uses them. */
  syllables: Record<string, string[]>
  pinyin: PinyinTable
  synonyms: Synonym[]
  weak: WeakWords[]
  danger: DangerWords[]
}
