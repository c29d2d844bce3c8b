import { type Context, Hono } from 'hono'
import { readDay } from '#domain/basics/read-day.ts'
import { dayOf } from '#domain/basics/time.ts'
import { missingCalendarYear } from '#domain/clocks/clocks.ts'
import { colours } from '#domain/clocks/warnings.ts'
import { waitIds } from '#domain/desk/listing.ts'
import { findArea } from '#domain/places/areas.ts'
import { deskPaths } from '#domain/routes/desk.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { statusIds } from '#domain/words/statuses.ts'
import { deskPage } from '#http/desk-page.tsx'
import { queryValue } from '#http/query.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { filterChoices, ListPage, NarrowForm, TodayPage } from './page.tsx'
import { type ListFilter, type ListId, listNames, listsOf, readList, readToday } from './work-lists.ts'

/** Addresses of the lists: what is shown stands in the query, nothing a person wrote does. */
const listHref = (list: ListId, filter: ListFilter, after = ''): string => {
  const { waits, colour, all, category, status, region, since } = filter
  const query = new URLSearchParams({ list })
  if (waits) query.set('waits', waits)
  if (colour !== undefined) query.set('colour', String(colour))
  if (all) query.set('all', '1')
  for (const [name, value] of Object.entries({ category, status, region, since, after }))
    if (value) query.set(name, value)
  return `${deskPaths.cases}?${query}`
}

const filterIn = (c: Context): ListFilter => {
  const colour = Number(queryValue(c, 'colour') || 'NaN')
  return {
    waits: waitIds.find((id) => id === queryValue(c, 'waits')),
    colour: Number.isInteger(colour) && colour >= 0 && colour < colours.length ? colour : undefined,
    all: queryValue(c, 'all') === '1',
    category: categoryIds.find((id) => id === queryValue(c, 'category')),
    status: statusIds.find((id) => id === queryValue(c, 'status')),
    region: findArea(queryValue(c, 'region'))?.id,
    since: readDay(queryValue(c, 'since')) ?? undefined,
  }
}

const afterIn = (c: Context) => {
  const [, key, caseId] = /^(\d{1,16})-([0-9a-f]{1,64})$/.exec(queryValue(c, 'after')) ?? []
  return key && caseId ? { key: Number(key), caseId } : undefined
}

const same = (a: ListFilter, b: ListFilter): boolean =>
  a.waits === b.waits && a.colour === b.colour && Boolean(a.all) === Boolean(b.all)

/** /desk/ and /desk/cases/. */
export const listRoutes = (ports: DeskCasePorts): Hono =>
  new Hono()
    .get(deskPaths.today, async (c) => {
      const member = memberOf(c)
      const lists = listsOf(member)
      const [first] = lists
      const below = lists.find(({ id }) => id === 'below')?.scope
      const now = ports.clock()
      const today = first
        ? await readToday(ports, first.scope, below, (filter) => listHref(first.id, filter))
        : { figures: [], due: [], waiting: [], warned: [], turned: [], approvals: [] }
      const main = <TodayPage {...{ ...today, today: dayOf(now) }} missingYear={missingCalendarYear(now)} />
      return deskPage(c, { title: '今天', current: 'today', main })
    })
    .get(deskPaths.cases, async (c) => {
      const member = memberOf(c)
      const lists = listsOf(member)
      const chosen = lists.find(({ id }) => id === queryValue(c, 'list')) ?? lists[0]
      const filter = filterIn(c)
      const page = chosen
        ? await readList(
            ports,
            chosen.scope,
            filter,
            afterIn(c),
            chosen.id === 'mine' ? member.unit : undefined,
          )
        : { lines: [] }
      const id = chosen?.id ?? 'desk'
      const { next } = page
      const main = (
        <ListPage
          title={`案件：${listNames[id]}`}
          today={dayOf(ports.clock())}
          lists={lists.map((list) => ({
            name: listNames[list.id],
            href: listHref(list.id, filter),
            current: list.id === id,
          }))}
          filters={filterChoices().map(({ name, ...choice }) => ({
            name,
            href: listHref(id, choice),
            current: same(choice, filter),
          }))}
          narrow={<NarrowForm list={id} filter={filter} />}
          lines={page.lines}
          next={next && listHref(id, filter, `${next.key}-${next.caseId}`)}
        />
      )
      return deskPage(c, { title: '案件', current: 'cases', main })
    })
