/** The answer to a suggestion, as everybody reads it. */
export interface PublishedAnswer {
  /** Random; only for the address of the next page. */
  id: string
  /** Such as `2026-11`. */
  month: string
  /** Id of the unit that answered. */
  unit: string
  question: string
  answer: string
}

/** The answers to suggestions that were published on request, for everybody. */
export interface SuggestionStore {
  /**
   * Answers of months before `before`, newest month first, in a month in an order that says nothing. One round trip; no case is
   * read.
   * @param after the last one of the page before; absent for the first page
   */
  publishedAnswers(page: {
    before: string
    after: Pick<PublishedAnswer, 'month' | 'id'> | undefined
    limit: number
  }): Promise<PublishedAnswer[]>
}
