import type { SearchSource } from '../build-index.ts'
import { contacts, otherMatters } from './contacts.ts'
import { guides, situations } from './guides.ts'
import { laws } from './laws.ts'
import { ownPages } from './pages.ts'
import { comparisons, kits, letters } from './sheets.ts'
import { texts } from './texts.ts'

/** Every page, and every part of a page, that the search can return, with the fields the index is built from. */
export const allSources = async (): Promise<SearchSource[]> => [
  ...situations(),
  ...guides(),
  ...(await texts()),
  ...(await contacts()),
  ...(await letters()),
  ...comparisons(),
  ...otherMatters(),
  ...kits(),
  ...(await ownPages()),
  ...(await laws()),
]
