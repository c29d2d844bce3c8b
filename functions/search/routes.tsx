import { Hono } from 'hono'
import { units } from '#domain/basics/bounds.ts'
import { cutText } from '#domain/basics/text-cut.ts'
import { searchPage } from '#domain/routes/site.ts'
import type { SearchIndex } from '#domain/search/search-index.ts'
import { queryValue } from '#http/query.ts'
import { page } from '#http/site-page.ts'
import { neutralTitle } from '#ui/quick-exit.tsx'
import { search } from './answer.ts'
import { SearchResults } from './page.tsx'
import { cutQuestion } from './question.ts'

/** The search index, loaded by load.ts. */
export interface SearchPorts {
  index: () => Promise<SearchIndex | undefined>
}

/** Enough that every kind which matches is among them; the page shows a few of each. */
const pageResults = 200

/** GET /search?q=: the page of results. The question is neither logged nor stored. */
export const searchRoutes = ({ index }: SearchPorts): Hono =>
  new Hono().get(searchPage.path, async (c) => {
    const typed = cutQuestion(queryValue(c, 'q', { most: units.question }))
    const loaded = typed === '' ? undefined : await index()
    const answer = loaded && search(loaded, typed, pageResults)
    const main = <SearchResults typed={typed} answer={answer} broken={typed !== '' && !loaded} />
    const exit = answer?.exit ?? false
    const named = typed === '' ? searchPage.name : `${cutText(typed, 20)} · ${searchPage.name}`
    return page(c, { title: exit ? neutralTitle : named, current: null, main, exit })
  })
