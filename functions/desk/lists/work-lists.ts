import { type Day, dayOf } from '#domain/basics/time.ts'
import { colours } from '#domain/clocks/warnings.ts'
import { type ListScope, scopesOfUnit } from '#domain/desk/access.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { pathOf } from '#domain/places/areas.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Status } from '#domain/words/statuses.ts'
import { type Waits, waitIds, waits } from '#domain/words/waits.ts'
import type { Ports } from '#ports'
import type { DeskStore, ListQuery } from '#store/ports/desk.ts'

/** The work lists: mine, my level, below me; each reads one scope through one index, a page at a time. */

const listIds = ['desk', 'mine', 'around', 'below'] as const
export type ListId = (typeof listIds)[number]

export const listNames: Record<ListId, string> = {
  desk: '本单位',
  mine: '我经手的',
  around: '本级各单位',
  below: '下级',
}

const pageSize = 20
/** Counting goes no further: what a person needs to know is that there are many. */
export const mostCounted = 99

const prefixOf: Record<Exclude<ListId, 'mine'>, string> = { desk: 'unit:', around: 'at:', below: 'below:' }

/** The lists of a member of staff, with the scope each reads. */
export const listsOf = (member: StaffMember): { id: ListId; scope: ListScope }[] => {
  const scopes = scopesOfUnit(member.unit)
  return listIds.flatMap((id) => {
    const scope =
      id === 'mine'
        ? (`staff:${member.id}` as const)
        : scopes.find((candidate) => candidate.startsWith(prefixOf[id]))
    return scope && roles[member.role].handles ? [{ id, scope }] : []
  })
}

/** What a list can be narrowed to, from its address. */
export interface ListFilter {
  waits?: Waits | undefined
  colour?: number | undefined
  /** All that was touched, newest first, closed ones too. */
  all?: boolean
  category?: Category | undefined
  status?: Status | undefined
  /** An area with those below it. */
  region?: string | undefined
  /** Filed on this day or later. */
  since?: Day | undefined
}

/** What a list can be narrowed to by one tap: what waits, and the colour. */
export const filterChoices = (): ({ name: string } & ListFilter)[] => [
  { name: '在办' },
  ...waitIds.map((id) => ({ name: waits[id].name, waits: id })),
  ...colours.map(({ name }, colour) => ({ name: `${name}色`, colour })),
  { name: '全部，新动的在前', all: true },
]

export interface ListPage {
  lines: ListedCase[]
  /** Where the next page begins; undefined on the last. */
  next?: { key: number; caseId: string } | undefined
}

// A narrowed list looks through this many lines for one page, and then says where to go on.
const windowSize = 100
const windows = 5

const isNarrowed = ({ category, status, region, since }: ListFilter): boolean =>
  [category, status, region, since].some((wanted) => wanted !== undefined)

const fits = (line: ListedCase, { category, status, region, since }: ListFilter): boolean =>
  (since === undefined || dayOf(line.filedAt) >= since) &&
  (category === undefined || line.category === category) &&
  (status === undefined || line.status === status) &&
  (region === undefined || pathOf(line.region).some(({ id }) => id === region))

const keyOf = (line: ListedCase, all = false) => ({
  key: all ? line.changedAt : line.dueAt,
  caseId: line.caseId,
})

/**
 * A page of a list; what it costs does not grow with the list, however it is narrowed.
 * @param unit only lines on this desk: a person's own list shows what lies with his unit
 */
export const readList = async (
  { store }: Pick<Ports<Pick<DeskStore, 'list' | 'countList'>>, 'store'>,
  scope: ListScope,
  filter: ListFilter,
  after?: ListQuery['after'],
  unit?: string,
): Promise<ListPage> => {
  const { waits, colour, all } = filter
  const limit = isNarrowed(filter) ? windowSize : pageSize + 1
  const lines: ListedCase[] = []
  let from = after
  for (let turn = 0; turn < (isNarrowed(filter) ? windows : 1); turn += 1) {
    const read = await store.list({
      scope,
      order: all ? 'changed' : 'due',
      waits,
      colour,
      after: from,
      limit,
    })
    for (const line of read) {
      if (lines.length === pageSize) return { lines, next: from }
      from = keyOf(line, all)
      if (fits(line, filter) && (!unit || line.unit === unit)) lines.push(line)
    }
    if (read.length < limit) return { lines }
  }
  return { lines, next: from }
}
