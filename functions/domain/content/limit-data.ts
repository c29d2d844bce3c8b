import type { Limit } from './deadlines.ts'

/** What the page of a counted limit needs, made by the build beside the pages (`/limits.json`). */
export interface LimitData {
  limits: LimitEntry[]
  /** Articles on counting, on what interrupts and what suspends, in their words. */
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
}
