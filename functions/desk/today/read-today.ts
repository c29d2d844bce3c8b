import { dayOf, startOfDay } from '#domain/basics/time.ts'
import { alarming, colours } from '#domain/clocks/warnings.ts'
import type { ListScope } from '#domain/desk/access.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import type { TurnedTo } from '#domain/history/turned-to.ts'
import { deskWaitIds, type Waits, waits } from '#domain/words/waits.ts'
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
  /** True for what is due or late by tonight: such a case stands in no later group, also beyond `mostLines`. */
  due?: boolean
  /** True for cases of other desks. */
  elsewhere?: boolean
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
]

/** Leaves each case in the first of the groups only, and drops groups that become empty. */
const eachOnce = (groups: Group[], tonight: number): Group[] => {
  const seen = new Set<string>()
  let dueShown = false
  return groups.flatMap(({ lines, ...group }) => {
    const isShown = ({ caseId, dueAt }: ListedCase): boolean =>
      seen.has(caseId) || (dueShown && !group.elsewhere && dueAt < tonight)
    const fresh = lines.filter((line) => !isShown(line))
    for (const { caseId } of fresh) seen.add(caseId)
    dueShown ||= group.due === true
    return fresh.length > 0 ? { ...group, lines: fresh } : []
  })
}

/**
 * Reads the overview of today.
 * @param reader id of the member of staff who reads it
 * @param scope list scope of the unit's own desk
 * @param below list scope of the units below, if there are any
 * @param listHref the address of a list, of the own desk or of those below
 */
export const readToday = async (
  { store, clock }: Pick<Ports<Pick<DeskStore, 'list' | 'countList'>>, 'store' | 'clock'>,
  reader: string,
  scope: ListScope,
  below: ListScope | undefined,
  listHref: (filter: ListFilter, of?: 'below') => string,
): Promise<Today> => {
  const now = clock()
  const tonight = tonightOf(now)
  const list = (more: Partial<ListQuery>) =>
    store.list({ scope, reader, order: 'due', limit: mostLines, ...more })
  const count = (more: Partial<ListQuery>) =>
    store.countList({ scope, reader, order: 'due', ...more }, mostCounted)
  const waiting = async (id: Waits): Promise<Group> => ({
    title: waits[id].name,
    lines: await list({ waits: id }),
    href: listHref({ waits: id }),
    pick: id === 'new',
  })
  // A person in danger before every date, however long it has passed.
  const groups: Group[] = [
    await waiting('contact'),
    // Apart from the others that are due, because these can be taken together.
    {
      title: `${waits.new.name}，到期和过期`,
      lines: await list({ waits: 'new', dueBefore: tonight }),
      href: listHref({ waits: 'new' }),
      pick: true,
    },
    {
      title: '到期和过期',
      lines: await list({ dueBefore: tonight }),
      href: listHref({ due: true }),
      due: true,
    },
  ]
  for (const id of deskWaitIds) if (id !== 'contact') groups.push(await waiting(id))
  if (below)
    for (const [waits, title] of turnedToUs)
      groups.push({
        title,
        lines: await list({ scope: scope.replace('unit:', 'above:') as ListScope, waits }),
        elsewhere: true,
      })
  if (below)
    groups.push({
      title: '下级等您批准延期',
      lines: await list({ scope: below, waits: 'approve' }),
      href: listHref({ waits: 'approve' }, 'below'),
      elsewhere: true,
    })
  groups.push({
    title: '今天变黄、变红的',
    lines: await list({ order: 'turned', turnedFrom: startOfDay(dayOf(now)) }),
  })
  for (let colour = colours.length - 1; colour >= alarming; colour -= 1)
    groups.push({
      title: `${colours[colour]?.name}色`,
      lines: await list({ colour }),
      href: listHref({ colour }),
    })
  return {
    figures: [
      { name: '到期和过期', count: await count({ dueBefore: tonight }), href: listHref({ due: true }) },
      { name: '待受理', count: await count({ waits: 'new' }), href: listHref({ waits: 'new' }) },
      { name: '退回来的', count: await count({ waits: 'back' }), href: listHref({ waits: 'back' }) },
      { name: '在办', count: await count({}), href: listHref({}) },
    ],
    groups: eachOnce(groups, tonight),
  }
}
