import type { Limit } from './deadlines.ts'

/** The data of the page that counts a limit, written by the build (`/limits.json`). */
export interface LimitData {
  limits: LimitEntry[]
  /** Articles on counting, on interruption and on suspension, verbatim. */
  counting: QuotedArticle[]
  breaking: Record<NonNullable<Limit['breaks']>, QuotedArticle[]>
}

export interface LimitEntry extends Limit {
  source: QuotedArticle | null
}

export interface QuotedArticle {
  /** 《…》第…条. */
  title: string
  path: string
  text: string[]
  plain: string | null
  /** What the reader must be told of its source: it was copied from one source, or from an old one. */
  notice?: string
}
