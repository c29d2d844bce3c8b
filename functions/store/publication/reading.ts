import { desc, lt, sql } from 'drizzle-orm'
import type { Base } from '#store/base.ts'
import type { SuggestionStore } from '#store/ports/suggestions.ts'
import { publishedAnswer } from './schema.ts'

const { id, month, unit, question, answer } = publishedAnswer

/** Reads what is published, through the index of month and id. */
export const publishedAnswers = ({ db }: Pick<Base, 'db'>): SuggestionStore => ({
  publishedAnswers: ({ before, after, limit }) =>
    db
      .select({ id, month, unit, question, answer })
      .from(publishedAnswer)
      .where(
        // One bound: with both, SQLite would read the pages before through the wider one.
        after && after.month < before
          ? sql`(${month}, ${id}) < (${after.month}, ${after.id})`
          : lt(month, before),
      )
      .orderBy(desc(month), desc(id))
      .limit(limit),
})
