import type { Context } from 'hono'
import { readDay } from '#domain/basics/read-day.ts'
import { colours } from '#domain/clocks/warnings.ts'
import { markIds } from '#domain/desk/marks.ts'
import { readPageKey } from '#domain/desk/page-key.ts'
import { findPlace } from '#domain/desk/places.ts'
import { findArea } from '#domain/places/areas.ts'
import { deskPages, withQuery } from '#domain/routes/desk.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { statusIds } from '#domain/words/statuses.ts'
import { waitIds } from '#domain/words/waits.ts'
import { queryValue } from '#http/query.ts'
import type { ListFilter, ListId } from './work-lists.ts'

const spans = ['over', 'week'] as const

/** URLs of the lists. The query contains the filters, never anything a person wrote. */
export const listQuery = (list: ListId, filter: ListFilter, after = ''): string => {
  const { waits, colour, all, due, waiting, category, status, region, since } = filter
  const { within, mark, at, staff } = filter
  const query = new URLSearchParams({ list })
  if (waits) query.set('waits', waits)
  if (colour !== undefined) query.set('colour', String(colour))
  if (all) query.set('all', '1')
  if (due) query.set('due', '1')
  if (waiting) query.set('waiting', '1')
  for (const [name, value] of Object.entries({
    within,
    mark,
    at,
    staff,
    category,
    status,
    region,
    since,
    after,
  }))
    if (value) query.set(name, value)
  return `${query}`
}

/** The page of a list. */
export const listHref = (list: ListId, filter: ListFilter, after = ''): string =>
  withQuery(deskPages.cases.path, listQuery(list, filter, after))

/** The same page of a list with all its cases chosen. */
export const allHref = (href: string): string => `${href}&pick=all`

/** The filter in the query of a list; unknown or malformed values are ignored. */
export const filterIn = (c: Context): ListFilter => {
  const colour = Number(queryValue(c, 'colour') || 'NaN')
  return {
    waits: waitIds.find((id) => id === queryValue(c, 'waits')),
    colour: Number.isInteger(colour) && colour >= 0 && colour < colours.length ? colour : undefined,
    all: queryValue(c, 'all') === '1',
    due: queryValue(c, 'due') === '1',
    waiting: queryValue(c, 'waiting') === '1',
    within: spans.find((id) => id === queryValue(c, 'within')),
    mark: markIds.find((id) => id === queryValue(c, 'mark')),
    at: findPlace(queryValue(c, 'at')) ?? undefined,
    staff: /^[\w-]{1,64}$/.exec(queryValue(c, 'staff'))?.[0],
    category: categoryIds.find((id) => id === queryValue(c, 'category')),
    status: statusIds.find((id) => id === queryValue(c, 'status')),
    region: findArea(queryValue(c, 'region'))?.id,
    since: readDay(queryValue(c, 'since')) ?? undefined,
  }
}

/** Where a page of a list or of the ledger begins: the key of the last line before it; undefined for the first page. */
export const afterIn = (c: Context) => readPageKey(queryValue(c, 'after'))
