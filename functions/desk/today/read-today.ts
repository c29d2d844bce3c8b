import { dayOf, type Instant, startOfDay } from '#domain/basics/time.ts'
import { alarming, colours } from '#domain/clocks/warnings.ts'
import type { ListScope } from '#domain/desk/access.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import type { TurnedTo } from '#domain/history/turned-to.ts'
import { findUnit } from '#domain/places/areas.ts'
import { unitKinds } from '#domain/words/unit-kinds.ts'
import { deskWaitIds, personWaits, type Waits, waits } from '#domain/words/waits.ts'
import type { Ports } from '#ports'
import type { DeskStore, ListQuery } from '#store/ports/desk.ts'
import { type ListFilter, mostCounted, tonightOf } from '../lists/work-lists.ts'

/** One group of cases on 今天, and the list that has all of them, if one does. */
export interface Group {
  title: string
  lines: ListedCase[]
  href?: string
  /** True if these cases can be taken together. */
  pick?: boolean
  /** True for what only shows how cases stand: without those that are due, which no page of 今天 has to repeat. */
  undue?: boolean
  /** True for what is due only, of a list that is read once for two groups. */
  due?: boolean
}

/** The overview of a day at a desk. */
export interface Today {
  figures: { name: string; count: number; href: string }[]
  /** Each case stands in the first group it belongs to, and in no other. */
  groups: Group[]
}

export const nothingToday: Today = { figures: [], groups: [] }

const mostLines = 20

/** What holders of codes ask of the unit above a desk. */
const turnedToUs: [TurnedTo, string][] = [
  ['objected', '下级办的，申请人不满意，请您看一看'],
  ['urged', '下级在办的，申请人催到您这里了'],
  ['disputed', '下级记下对方不愿意谈，对方说没有这回事'],
  ['storyBack', '同意过的故事，有人不同意了，请撤下'],
  ['answeredUs', '您督办的，办的单位回话了'],
  ['denied', '下级当场登记的，当事人说没有这回事'],
]

/**
 * Leaves each case in the first of the groups only, and drops groups that become empty. What waits for somebody is in its
 * group wherever it is not shown above, however many cases are due.
 */
const eachOnce = (groups: Group[], tonight: number): Group[] => {
  const seen = new Set<string>()
  return groups.flatMap(({ lines, ...group }) => {
    const isShown = ({ caseId, dueAt }: ListedCase): boolean =>
      seen.has(caseId) || (group.undue && dueAt < tonight) || (group.due === true && dueAt >= tonight)
    const fresh = lines.filter((line) => !isShown(line)).slice(0, mostLines)
    for (const { caseId } of fresh) seen.add(caseId)
    return fresh.length > 0 ? { ...group, lines: fresh } : []
  })
}

/** A group before its cases are read. */
type Asked = Omit<Group, 'lines'> & { query: Partial<ListQuery> }

type ListHref = (filter: ListFilter, of?: 'below') => string

const waiting = (id: Waits, listHref: ListHref): Asked => ({
  title: waits[id].group ?? waits[id].name,
  query: { waits: id, ...(personWaits.includes(id) && { order: 'waiting' as const }) },
  href: listHref({ waits: id }),
  pick: id === 'new',
})

/** What the holders of codes and the desks below ask of a unit above them. */
const fromBelow = (scope: ListScope, below: ListScope, listHref: ListHref): Asked[] => [
  ...turnedToUs.map(([id, title]) => ({
    title,
    query: { scope: scope.replace('unit:', 'above:') as ListScope, waits: id, order: 'waiting' as const },
  })),
  {
    title: '下级等您批准延期',
    query: { scope: below, waits: 'approve', order: 'due' as const },
    href: listHref({ waits: 'approve' }, 'below'),
  },
  {
    title: '下级要公布的短文，等另一个人看',
    query: { scope: below, waits: 'publishCheck', order: 'due' as const },
    href: listHref({ waits: 'publishCheck' }, 'below'),
  },
]

/** Only offices take petitions; a list that is no desk's shows none. */
const takesPetitions = (scope: ListScope): boolean => {
  const desk = findUnit(scope.replace('unit:', ''))
  return desk !== undefined && unitKinds[desk.kind].takesPetitions
}

/** The groups in their order: a person in danger, then a question from above, before every date, however long it has passed. */
const groupsOf = (
  now: Instant,
  scope: ListScope,
  below: ListScope | undefined,
  listHref: ListHref,
): Asked[] => {
  const dueBefore = tonightOf(now)
  const fresh = { waits: 'new' as const }
  const isOffice = takesPetitions(scope)
  const ranks = colours.flatMap((colour, rank) => (rank >= alarming ? { colour, rank } : []))
  return [
    waiting('contact', listHref),
    // A unit above waits for it: also where its day has passed.
    {
      title: '上级督办，等您回话',
      query: { mark: 'supervised' as const },
      href: listHref({ mark: 'supervised' }),
    },
    // Apart from the others that are due, because these can be taken together.
    {
      title: `${waits.new.name}，到期和过期`,
      query: fresh,
      due: true,
      href: listHref({ waits: 'new' }),
      pick: true,
    },
    { title: '到期和过期', query: { dueBefore }, href: listHref({ due: true }) },
    ...deskWaitIds
      .filter((id) => id !== 'contact' && (id !== 'petitionNumber' || isOffice))
      .map((id) => (id === 'new' ? { ...waiting(id, listHref), query: fresh } : waiting(id, listHref))),
    ...(below ? fromBelow(scope, below, listHref) : []),
    {
      title: '今天变黄、变红的',
      query: { order: 'turned', turnedFrom: startOfDay(dayOf(now)) },
      undue: true,
    },
    ...ranks.toReversed().map(({ colour, rank }) => ({
      title: `${colour.name}色`,
      query: { colour: rank },
      href: listHref({ colour: rank }),
      undue: true,
    })),
  ]
}

/**
 * Reads the overview of today, in one round trip.
 * @param reader id of the member of staff who reads it
 * @param scope list scope of the unit's own desk
 * @param below list scope of the units below, if there are any
 * @param listHref the address of a list, of the own desk or of those below
 */
export const readToday = async (
  { store, clock }: Pick<Ports<Pick<DeskStore, 'overview'>>, 'store' | 'clock'>,
  reader: string,
  scope: ListScope,
  below: ListScope | undefined,
  listHref: ListHref,
): Promise<Today> => {
  const now = clock()
  const tonight = tonightOf(now)
  const own = { scope, reader, order: 'due-waiting' } as const
  const asked = groupsOf(now, scope, below, listHref)
  const figures: { name: string; filter: ListFilter; query: Partial<ListQuery> }[] = [
    { name: '到期和过期', filter: { due: true }, query: { dueBefore: tonight } },
    { name: '待受理', filter: { waits: 'new' }, query: { waits: 'new' } },
    { name: '退回来的', filter: { waits: 'back' }, query: { waits: 'back' } },
    { name: '在办', filter: {}, query: {} },
  ]
  // Groups with one query share its cases.
  const queries = [...new Set(asked.map(({ query }) => query))]
  const { lists, counts } = await store.overview(
    // Of a group that waits, as many again: so many of its cases can be among those that are due.
    queries.map((query) => ({ ...own, limit: query.waits ? 2 * mostLines : mostLines, ...query })),
    figures.map(({ query }) => ({ ...own, ...query })),
    mostCounted,
  )
  const groups = asked.map(({ query, ...group }) => ({
    ...group,
    lines: lists[queries.indexOf(query)] ?? [],
  }))
  return {
    figures: figures.map(({ name, filter }, index) => ({
      name,
      count: counts[index] ?? 0,
      href: listHref(filter),
    })),
    groups: eachOnce(groups, tonight),
  }
}
