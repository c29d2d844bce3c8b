import { type Day, dayOf, endOfDay, startOfDay } from '#domain/basics/time.ts'
import { colours } from '#domain/clocks/warnings.ts'
import { type ListScope, scopesOfUnit } from '#domain/desk/access.ts'
import { dueSpan, nameOfFigure } from '#domain/desk/head-figures.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { type Mark, markIds } from '#domain/desk/marks.ts'
import type { PageKey } from '#domain/desk/page-key.ts'
import { isAt } from '#domain/desk/places.ts'
import { pathOf } from '#domain/places/areas.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Status } from '#domain/words/statuses.ts'
import { deskWaitIds, type Waits, waits } from '#domain/words/waits.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'

/** The work lists: own cases, own unit, units below. Each reads one scope through one index, page by page. */

const listIds = ['desk', 'mine', 'around', 'below'] as const
/** `person`: the cases of somebody of the own unit, for whoever decides there. */
export type ListId = (typeof listIds)[number] | 'person'

export const listNames: Record<ListId, string> = {
  desk: '本单位',
  mine: '我在办的',
  around: '本级各单位',
  below: '下级',
  person: '某人在办的',
}

const pageSize = 20
/** Counting stops here: beyond it, a person only needs to know that there are many. */
export const mostCounted = 99

const prefixOf: Record<Exclude<ListId, 'mine' | 'person'>, string> = {
  desk: 'unit:',
  around: 'at:',
  below: 'below:',
}

/** The lists of a member of staff, each with its scope. */
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

/** A list of a member of staff by its id; undefined if they have none of that id. */
export const listOf = (
  member: StaffMember,
  id: string,
  { staff }: ListFilter,
): { id: ListId; scope: ListScope } | undefined =>
  id === 'person'
    ? staff && roles[member.role].decides
      ? { id, scope: `staff:${staff}` }
      : undefined
    : listsOf(member).find((list) => list.id === id)

/** The filters of a list, read from the query. */
export interface ListFilter {
  waits?: Waits | undefined
  colour?: number | undefined
  /** Only what is due today or overdue. */
  due?: boolean
  /** Only what is overdue, or due this week (domain/desk/head-figures.ts). */
  within?: 'over' | 'week' | undefined
  mark?: Mark | undefined
  /** Only what waits for something. */
  waiting?: boolean
  /** Only at desks of a place below (domain/desk/places.ts). */
  at?: string | undefined
  /** Of `person`: whose cases. */
  staff?: string | undefined
  /** All cases including closed ones, most recently changed first. */
  all?: boolean
  category?: Category | undefined
  status?: Status | undefined
  /** An area, including the areas below it. */
  region?: string | undefined
  /** Only cases filed on this day or later. */
  since?: Day | undefined
}

/** Filters offered as links: by what waits, and by warning colour. */
export const filterChoices = (): ({ name: string } & ListFilter)[] => [
  { name: '在办' },
  { name: '到期和过期', due: true },
  ...deskWaitIds.map((id) => ({ name: waits[id].name, waits: id })),
  ...colours.map(({ name }, colour) => ({ name: `${name}色`, colour })),
  { name: '全部，新动的在前', all: true },
]

/** Filters that only the figures of a head lead to. */
const deeperChoices: ({ name: string } & ListFilter)[] = [
  { name: '过期', within: 'over' },
  { name: '本周到期', within: 'week' },
  { name: '等着办', waiting: true },
  ...markIds.map((mark) => ({ name: nameOfFigure(mark), mark })),
]

/** True if two filters are the same of the choices above. */
export const sameFilter = (one: ListFilter, other: ListFilter): boolean =>
  one.waits === other.waits &&
  one.colour === other.colour &&
  one.within === other.within &&
  one.mark === other.mark &&
  Boolean(one.waiting) === Boolean(other.waiting) &&
  Boolean(one.all) === Boolean(other.all) &&
  Boolean(one.due) === Boolean(other.due)

/** The choice that a filter is, by name; several at once are only in an address that a person wrote. */
export const chosenFilter = (filter: ListFilter): { name: string } =>
  [...filterChoices(), ...deeperChoices].find((choice) => sameFilter(choice, filter)) ?? { name: '几样一起' }

/** The end of today, as lists of what is due compare it. */
export const tonightOf = (now: number): number => endOfDay(now) + 1

export interface ListPage {
  lines: ListedCase[]
  /** Key after which the next page begins; undefined on the last page. */
  next?: PageKey | undefined
}

// A filtered list scans at most this many lines per page; the next page continues from there.
const windowSize = 100
const windows = 5

const isNarrowed = ({ category, status, region, since, at }: ListFilter): boolean =>
  [category, status, region, since, at].some((wanted) => wanted !== undefined)

const fits = (line: ListedCase, { category, status, region, since, at }: ListFilter): boolean =>
  (at === undefined || isAt(at, line.unit)) &&
  // One from an old ledger is never new here.
  (since === undefined || (!line.imported && dayOf(line.filedAt) >= since)) &&
  (category === undefined || line.category === category) &&
  (status === undefined || line.status === status) &&
  (region === undefined || pathOf(line.region).some(({ id }) => id === region))

const keyOf = ({ caseId, changedAt, dueAt, filedAt }: ListedCase, all = false): PageKey =>
  all ? { key: changedAt, caseId } : { key: dueAt, filedAt, caseId }

/**
 * Reads a page of a list. The work does not grow with the length of the list, whatever the filters.
 * @param reader id of the member of staff who reads it
 * @param unit only cases at the desk of this unit: a person's own list shows the cases that are with their unit
 */
export const readList = async (
  { store, clock }: Pick<Ports<Pick<DeskStore, 'list'>>, 'store' | 'clock'>,
  reader: string,
  scope: ListScope,
  filter: ListFilter,
  after?: PageKey,
  unit?: string,
): Promise<ListPage> => {
  const { waits, colour, all, due, within, mark, waiting, since, staff } = filter
  const limit = isNarrowed(filter) ? windowSize : pageSize + 1
  const lines: ListedCase[] = []
  let from = after
  for (let turn = 0; turn < (isNarrowed(filter) ? windows : 1); turn += 1) {
    const read = await store.list({
      scope,
      reader,
      order: all ? 'changed' : 'due',
      waits,
      colour,
      waiting,
      mark,
      dueBefore: due ? tonightOf(clock()) : undefined,
      ...(within && dueSpan(within, clock())),
      // What was filed since then changed since then.
      changedFrom: all && since ? startOfDay(since) : undefined,
      // In the words of the counts: without what the unit must not know of.
      place: staff && unit,
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
