import { Hono } from 'hono'
import { monthOf } from '#domain/history/publication.ts'
import { suggestionsPage } from '#domain/routes/site.ts'
import { queryValue } from '#http/query.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { SuggestionStore } from '#store/ports/suggestions.ts'
import { SuggestionsPage } from './page.tsx'

const onePage = 10

/** The last answer of the page before, from the address: `2026-11.<id>`; undefined for the first page. */
const afterIn = (typed: string): { month: string; id: string } | undefined => {
  const { month, id } = /^(?<month>\d{4}-\d{2})\.(?<id>[0-9a-f]{32})$/.exec(typed)?.groups ?? {}
  return month && id ? { month, id } : undefined
}

/** Suggestions and answers that were published on request: GET /suggestions/, ten a page. */
export const suggestionRoutes = ({ store, clock }: Pick<Ports<SuggestionStore>, 'store' | 'clock'>): Hono =>
  new Hono().get(suggestionsPage.path, async (c) => {
    const after = afterIn(queryValue(c, 'after'))
    // Only months that are over: from day to day the list would tell on which day somebody agreed.
    const found = await store.publishedAnswers({ before: monthOf(clock()), after, limit: onePage + 1 })
    const shown = found.slice(0, onePage)
    const last = found.length > onePage ? shown.at(-1) : undefined
    const more = last && `${suggestionsPage.path}?after=${last.month}.${last.id}`
    const main = <SuggestionsPage shown={shown} more={more} isFirst={!after} />
    return page(c, { title: suggestionsPage.name, current: null, main })
  })
