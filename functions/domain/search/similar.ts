import type { Category } from '#domain/words/categories.ts'
import type { Level } from '#domain/words/levels.ts'

/** Texts like a person's matter, offered as help beside his form and his case. */
export interface SimilarText {
  kind: 'lesson' | 'story'
  title: string
  url: string
  /** The answer, or how it ended. */
  summary: string
}

/** Hands in what the search knows to the features that show it (app.ts). */
export interface Similar {
  /** By what a person wrote; nothing of it is kept. */
  byWords: (words: string, category: Category) => Promise<SimilarText[]>
  /** By the subject alone: a case page must not show what its holder wrote. */
  bySubject: (category: Category) => Promise<SimilarText[]>
}

/**
 * May the page of a case show texts of its subject? Not at the county: every case with danger lies there, and must
 * look like all others there (rules.md R49), so none of them shows its subject.
 */
export const maySuggest = (level: Level): boolean => level !== 'county'
