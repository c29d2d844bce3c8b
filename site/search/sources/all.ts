import { library } from '#generated/library.ts'
import type { SearchSource } from '../build-index.ts'
import { contacts, otherMatters } from './contacts.ts'
import { guides, situations } from './guides.ts'
import { laws } from './laws.ts'
import { ownPages } from './pages.ts'
import { questions } from './questions.ts'
import { comparisons, kits, letters } from './sheets.ts'
import { texts } from './texts.ts'

/** Every page, and every part of a page, that the search can return. */
const pagesAndParts = async (): Promise<SearchSource[]> => [
  ...situations(),
  ...guides(),
  ...questions(),
  ...(await texts()),
  ...(await contacts()),
  ...(await letters()),
  ...comparisons(),
  ...otherMatters(),
  ...kits(),
  ...(await ownPages()),
  ...(await laws()),
]

/** All documents with the fields the index is built from; throws if ways to ask belong to a page that is not there. */
export const allSources = async (): Promise<SearchSource[]> => {
  const asked = new Map(Object.entries(library.asked).map(([page, ways]) => [`/${page}/`, ways]))
  const sources = (await pagesAndParts()).map((source) => {
    const ways = asked.get(source.url)
    asked.delete(source.url)
    return ways ? { ...source, asked: ways } : source
  })
  if (asked.size > 0) throw new Error(`content/asked: expected pages: ${[...asked.keys()].join(' ')}`)
  return sources
}
