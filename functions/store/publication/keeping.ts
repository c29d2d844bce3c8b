import { eq } from 'drizzle-orm'
import { hex } from '#domain/basics/hex.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { publicationIn, publishedFacts } from '#domain/history/publication.ts'
import type { Base } from '#store/base.ts'
import type { CaseChange } from '#store/ports/append.ts'
import { publishedAnswer } from './schema.ts'

/**
 * Statements that keep what is published of a case as its history has it: words that were just agreed to are added; whatever
 * ends a publication removes them in the same batch. None for a case that nobody asked about.
 * @param history with the events that are added
 * @param words of the publication that is agreed to
 */
export const publicationStatements = (
  { db, random }: Pick<Base, 'db' | 'random'>,
  caseId: string,
  history: readonly CaseEvent[],
  words: CaseChange['published'],
) => {
  if (!history.some(({ kind }) => kind === 'publication-agreed')) return []
  const publication = publicationIn(history)
  const isPublished = publication?.state === 'agreed'
  return [
    ...(isPublished ? [] : [db.delete(publishedAnswer).where(eq(publishedAnswer.caseId, caseId))]),
    ...(isPublished && words
      ? [
          db
            .insert(publishedAnswer)
            .values({ id: hex(random(16)), caseId, ...publishedFacts(history, publication), ...words }),
        ]
      : []),
  ]
}
