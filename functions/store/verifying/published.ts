import { publicationIn, publishedFacts } from '#domain/history/publication.ts'
import { parseWords } from '#domain/history/words.ts'
import type { publishedAnswer } from '#store/publication/schema.ts'
import type { Verified } from './beside.ts'
import { wordsAt } from './people.ts'

/** What everybody can read of a case is what its history says: the words that its complainant agreed to, or nothing. */
export const publishedFaults = async (
  { events, rows, open }: Verified,
  stored: readonly (typeof publishedAnswer.$inferSelect)[],
): Promise<string[]> => {
  const publication = publicationIn(events)
  const [row] = stored
  if (publication?.state !== 'agreed') return row ? ['published_answer'] : []
  if (!row) return ['published_answer']
  const json = await wordsAt(open, rows[publication.seq - 1])
  const words = json === null ? undefined : parseWords('publication-approved', json)?.words
  const facts = Object.entries({ ...publishedFacts(events, publication), ...words })
  return facts
    .filter(([column, value]) => row[column as keyof typeof row] !== value)
    .map(([column]) => `published_answer.${column}`)
}
