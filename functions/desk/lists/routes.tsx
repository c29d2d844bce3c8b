import { Hono } from 'hono'
import { pageKeyText } from '#domain/desk/page-key.ts'
import { placeName } from '#domain/desk/places.ts'
import { batchKindsFor } from '#domain/moves/batch.ts'
import { deskPages } from '#domain/routes/desk.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { deskPage } from '#http/desk-page.tsx'
import { queryValue } from '#http/query.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { refreshForScreen } from '../refresh-cases.ts'
import { afterIn, allHref, filterIn, listHref, listQuery } from './address.ts'
import { NarrowForm } from './narrow-form.tsx'
import { ListPage } from './page.tsx'
import { whoHas } from './who-has.ts'
import {
  chosenFilter,
  filterChoices,
  type ListFilter,
  type ListId,
  listNames,
  listOf,
  listsOf,
  readList,
  sameFilter,
} from './work-lists.ts'

/** What a list is called: with the place, or the person of the own unit. */
const listName = async (
  { directory }: DeskCasePorts,
  { unit }: StaffMember,
  id: ListId,
  { at, staff }: ListFilter,
): Promise<string> => {
  if (id === 'below' && at) return `${listNames.below}，${placeName(at)}`
  if (id !== 'person') return listNames[id]
  const person = (await directory.ofUnit(unit)).find((colleague) => colleague.id === staff)
  return person ? `${person.name}在办的` : listNames.person
}

/** /desk/cases/: the work lists. */
export const listRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(deskPages.cases.path, async (c) => {
    const member = memberOf(c)
    await refreshForScreen(ports)
    const lists = listsOf(member)
    const filter = filterIn(c)
    const chosen = listOf(member, queryValue(c, 'list'), filter) ?? lists[0]
    const after = afterIn(c)
    const page = chosen
      ? await readList(
          ports,
          member.id,
          chosen.scope,
          filter,
          after,
          chosen.id === 'mine' || chosen.id === 'person' ? member.unit : undefined,
        )
      : { lines: [] }
    const id = chosen?.id ?? 'desk'
    const { next } = page
    // New cases of the own desk can be taken together; the foot of an empty list offers nothing.
    const kinds =
      id === 'desk' && filter.waits === 'new' && page.lines.length > 0 ? batchKindsFor(member) : []
    const main = (
      <ListPage
        title={`案件：${await listName(ports, member, id, filter)}`}
        now={ports.clock()}
        lists={[
          ...lists.map((list) => ({
            name: listNames[list.id],
            // Of a place or a person only the list that has it knows.
            href: listHref(list.id, { ...filter, at: undefined, staff: undefined }),
            current: list.id === id,
          })),
          { name: deskPages.traces.name, href: deskPages.traces.path, current: false },
        ]}
        filters={filterChoices().map(({ name, ...choice }) => ({
          name,
          href: listHref(id, { ...choice, at: filter.at, staff: filter.staff }),
          current: sameFilter(choice, filter),
        }))}
        shown={{ name: chosenFilter(filter).name, narrowed: !sameFilter({}, filter) }}
        narrow={<NarrowForm list={id} filter={filter} />}
        lines={page.lines}
        own={member.unit}
        from={listQuery(id, filter, pageKeyText(after))}
        who={await whoHas(ports, page.lines)}
        batch={{
          kinds,
          all: queryValue(c, 'pick') === 'all',
          allHref: allHref(listHref(id, filter, pageKeyText(after))),
        }}
        next={next && listHref(id, filter, pageKeyText(next))}
      />
    )
    return deskPage(c, { title: deskPages.cases.name, current: 'cases', main })
  })
