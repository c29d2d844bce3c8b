import { addDays, type Day, dayOf, startOfDay } from '#domain/basics/time.ts'
import type { ListScope } from '#domain/desk/access.ts'
import { countOf, dueSpan, figuresBy } from '#domain/desk/head-figures.ts'
import { sheetReach } from '#domain/desk/sheets.ts'
import { staffIdOf } from '#domain/history/events.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { EventKind } from '#domain/words/events.ts'
import { handOvers } from '#domain/words/sheet-kinds.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import { type SheetLine, type SheetQuery, unproven } from '#store/ports/sheets.ts'
import { countedBelow } from '../below/counted-below.ts'
import type { StaffDirectory } from '../directory.ts'
import { type Deed, deedsIn } from './deeds.ts'

/** 每日动态, 周小结 and 月通报: what happened at the desks of a unit in a span of days; nothing is reported too (零报告). */

export interface Digest {
  from: Day
  to: Day
  /** True if nothing at all happened. */
  isEmpty: boolean
  /** Of a sheet that names its cases; a month names none, because it is read long after, by more people than a day. */
  lines: (Pick<SheetLine, 'number' | 'category' | 'region'> & { deeds: Deed[] })[]
  /** True if more happened than one sheet names (`mostLines`). */
  more: boolean
  figures: [name: string, count: number][]
  /** Of an empty sheet: when somebody of the unit last reached or heard a person, until its end; null if long ago. */
  contactOn: Day | null
  /** Open and overdue cases at this moment; null of a span that is over, of which they say nothing. */
  now: { open: number; overdue: number; withBelow: boolean } | null
}

/** Cases that a sheet names. */
export const mostLines = 200
/** Cases that are counted of the own desk, or of the desks of a centre's level. */
const mostCounted = 999

/**
 * The figures of a sheet. A result is an agreement, an answer or the end of a mediation, never a refusal or a merge; nor a
 * record on the spot that nobody has proven.
 */
const figuresOf = (
  here: Partial<Record<EventKind | typeof unproven, number>>,
  away: number,
): [name: string, count: number][] => {
  const sum = (...kinds: EventKind[]) => kinds.reduce((all, kind) => all + (here[kind] ?? 0), 0)
  return [
    ['新登记', sum('filed')],
    ['受理', sum('accepted')],
    ['有结果', sum('settled', 'answered', 'failed')],
    ['不予受理', sum('declined')],
    ['转来', sum(...handOvers)],
    ['转出', away],
    ...(here[unproven] ? [['当场登记，还没核实', here[unproven]] as [string, number]] : []),
  ]
}

type SheetPorts = Pick<
  Ports<
    Pick<DeskStore, 'overview' | 'countedCases' | 'countEvents' | 'sheetLines' | 'namesThen' | 'lastContact'>
  >,
  'store' | 'clock'
> & {
  directory: Pick<StaffDirectory, 'names'>
}

/** What is open, and what is overdue of it: below as triggers have counted it, else as the lists of the scopes have it. */
const countNow = async (
  { store, clock }: Pick<SheetPorts, 'store' | 'clock'>,
  scopes: readonly ListScope[],
): Promise<NonNullable<Digest['now']>> => {
  const now = clock()
  const below = scopes.filter((scope) => scope.startsWith('below:'))
  const lists = scopes
    .filter((scope) => !below.includes(scope))
    .map((scope) => ({ scope, order: 'due' as const }))
  const [rows, { counts }] = await Promise.all([
    countedBelow(store, below, '', now),
    store.overview(
      [],
      [...lists, ...lists.map((list) => ({ ...list, ...dueSpan('over', now) }))],
      mostCounted,
    ),
  ])
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  const places = figuresBy('place', rows, now)
  return {
    withBelow: below.length > 0,
    open: sum(counts.slice(0, lists.length)) + sum(places.map((place) => countOf(place, 'open'))),
    overdue: sum(counts.slice(lists.length)) + sum(places.map((place) => countOf(place, 'over'))),
  }
}

/** The cases of a sheet, with who did what in them by the names of that day. */
const readLines = async (
  { store, directory }: Pick<SheetPorts, 'store' | 'directory'>,
  query: SheetQuery,
  reader: string,
  { from, to }: Pick<Digest, 'from' | 'to'>,
): Promise<Pick<Digest, 'lines' | 'more'>> => {
  const lines = await store.sheetLines(query, mostLines + 1, reader)
  const shown = lines.slice(0, mostLines)
  const staff = shown.flatMap(({ events }) => events.flatMap(({ actor }) => staffIdOf(actor) ?? []))
  const ids = [...new Set(staff)]
  const [names, then] = await Promise.all([directory.names(ids), store.namesThen(ids, from, to)])
  return {
    lines: shown.map((line) => ({
      ...{ number: line.number, category: line.category, region: line.region },
      // A closed day is printed with the names of that day.
      deeds: deedsIn(line, new Map([...names, ...then])),
    })),
    more: lines.length > mostLines,
  }
}

/**
 * Reads the content of a sheet.
 * @param member who reads it, for the unit that reports
 * @param scopes lists of the unit, for the figures of this moment
 * @param span its first day and the number of its days; `named`: with its cases
 */
export const readDigest = async (
  ports: SheetPorts,
  member: Pick<StaffMember, 'id' | 'unit'>,
  scopes: readonly ListScope[],
  { from, days, named }: { from: Day; days: number; named: boolean },
): Promise<Digest> => {
  const { store, clock } = ports
  const to = addDays(from, days - 1)
  const span = { from: startOfDay(from), before: startOfDay(addDays(from, days)) }
  const query = { ...sheetReach(member.unit), ...span }
  const [{ here, away }, lines, now] = await Promise.all([
    store.countEvents(query),
    named ? readLines(ports, query, member.id, { from, to }) : { lines: [], more: false },
    to < dayOf(clock()) ? null : countNow(ports, scopes),
  ])
  const isEmpty = away === 0 && Object.keys(here).length === 0
  const contact = isEmpty
    ? await store.lastContact({ unit: member.unit, abouts: query.abouts, before: span.before })
    : null
  return {
    ...{ from, to, isEmpty, now, ...lines },
    figures: figuresOf(here, away),
    contactOn: contact === null ? null : dayOf(contact),
  }
}
