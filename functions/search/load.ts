import type { SearchIndex } from '../domain/search-index.ts'
import type { Ports } from '../ports.ts'

/** The index, read once: at the first question, not at start, so that nobody else pays for it. */

export const indexPath = '/search-index.json'

/** Gives the index, or nothing where the site was built without one; a failed read is tried again next time. */
export const indexLoader = ({ asset }: Pick<Ports, 'asset'>): (() => Promise<SearchIndex | undefined>) => {
  let loading: Promise<SearchIndex | undefined> | undefined
  const load = async (): Promise<SearchIndex | undefined> => {
    const answer = await asset(indexPath)
    return answer ? ((await answer.json()) as SearchIndex) : undefined
  }
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
}
