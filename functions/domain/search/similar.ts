import type { Category } from '#domain/words/categories.ts'
import type { Level } from '#domain/words/levels.ts'

/** A text that resembles a person's matter, offered as help beside their form and their case. */
export interface SimilarText {
  kind: 'lesson' | 'story'
  title: string
  url: string
  /** A lesson's answer, or how a story ended. */
  summary: string
}

/** Injects the search into the features that show similar texts (app.ts). */
export interface Similar {
  /** Finds texts by what a person wrote, without storing it. */
  byWords: (words: string, category: Category) => Promise<SimilarText[]>
  /** Finds texts by subject alone: a case page must not reveal what its holder wrote. */
  bySubject: (category: Category) => Promise<SimilarText[]>
}

/**
 * May the page of a case show texts of its subject? Not at the county: cases with danger are all there and
 * must look like the others at that level (rules.md R49), so none of them shows its subject.
 */
export const maySuggest = (level: Level): boolean => level !== 'county'
