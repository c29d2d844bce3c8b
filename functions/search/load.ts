import { dataFiles } from '#domain/routes/site.ts'
import type { SearchIndex } from '#domain/search/search-index.ts'
import type { Ports } from '#ports'

/** Loads the index at the first question, not at start, so that other requests do not wait for it. */

/**
 * Returns a function that gives the index, or undefined if it could not be read; a failed load is retried at
 * the next question.
 */
export const indexLoader = ({ asset }: Pick<Ports, 'asset'>): (() => Promise<SearchIndex | undefined>) => {
  let loaded: Promise<SearchIndex | undefined> | undefined
  const load = async (): Promise<SearchIndex | undefined> => {
    try {
      const answer = await asset(dataFiles.searchIndex)
      if (answer) return (await answer.json()) as SearchIndex
    } catch {
      // The callers tell the user; the question is not the cause.
    }
    loaded = undefined
    return undefined
  }
  return () => {
    loaded ??= load()
    return loaded
  }
}
