import { dataFiles } from '#domain/routes/site.ts'
import type { SearchIndex } from '#domain/search/search-index.ts'
import type { Ports } from '#ports'

/** The index, read once: at the first question, not at start, so that nobody else pays for it. */

/** Gives the index, or nothing where it could not be read; then it is tried again at the next question. */
export const indexLoader = ({ asset }: Pick<Ports, 'asset'>): (() => Promise<SearchIndex | undefined>) => {
  let loaded: Promise<SearchIndex | undefined> | undefined
  const load = async (): Promise<SearchIndex | undefined> => {
    try {
      const answer = await asset(dataFiles.searchIndex)
      if (answer) return (await answer.json()) as SearchIndex
    } catch {
      // Said by the callers in their own words; nothing of it is the question's fault.
    }
    loaded = undefined
    return undefined
  }
  return () => {
    loaded ??= load()
    return loaded
  }
}
