import { addDays, type Day, dayOf, startOfDay } from '#domain/basics/time.ts'
import type { ListScope } from '#domain/desk/access.ts'
import { sheetReach } from '#domain/desk/sheets.ts'
import { staffIdOf } from '#domain/history/events.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { EventKind } from '#domain/words/events.ts'
import { handOvers } from '#domain/words/sheet-kinds.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import { type SheetLine, unproven } from '#store/ports/sheets.ts'
import type { StaffDirectory } from '../directory.ts'
import { type Deed, deedsIn } from './deeds.ts'

/** 每日动态, 周小结 and 月通报: what happened at the desks of a unit in a span of days; nothing is reported too (零报告). */

export interface Digest {
  from: Day
  to: Day
  lines: (Pick<SheetLine, 'number' | 'category' | 'region'> & { deeds: Deed[] })[]
  /** True if more happened than one sheet shows. */
  more: boolean
  figures: [name: string, count: number][]
  /** When somebody of the unit last reached or heard a person, until the end of the span; null if long ago. */
  contactOn: Day | null
  /** Open and overdue cases at this moment. */
  now: { open: number; overdue: number }
}

const mostLines = 200
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

/**
 * Reads the content of a sheet.
 * @param member who reads it, for the unit that reports
 * @param scopes lists of the unit, for the figures of this moment
 * @param from first day of the span
 * @param days number of days
 */
export const readDigest = async (
  {
    store,
    clock,
    directory,
  }: Pick<
    Ports<Pick<DeskStore, 'overview' | 'countEvents' | 'sheetLines' | 'namesThen' | 'lastContact'>>,
    'store' | 'clock'
  > & {
    directory: Pick<StaffDirectory, 'names'>
  },
  member: Pick<StaffMember, 'id' | 'unit'>,
  scopes: ListScope[],
  from: Day,
  days: number,
): Promise<Digest> => {
  const span = { from: startOfDay(from), before: startOfDay(addDays(from, days)) }
  const query = { ...sheetReach(member.unit), ...span }
  const [{ here, away }, lines, contact] = await Promise.all([
    store.countEvents(query),
    store.sheetLines(query, mostLines + 1, member.id),
    store.lastContact({ unit: member.unit, abouts: query.abouts, before: span.before }),
  ])
  const shown = lines.slice(0, mostLines)
  const staff = shown.flatMap(({ events }) => events.flatMap(({ actor }) => staffIdOf(actor) ?? []))
  const count = async (more: { dueBefore?: number }) => {
    const queries = scopes.map((scope) => ({ scope, order: 'due' as const, ...more }))
    const { counts } = await store.overview([], queries, mostCounted)
    return counts.reduce((sum, one) => sum + one, 0)
  }
  const ids = [...new Set(staff)]
  const to = addDays(from, days - 1)
  const [names, then, open, overdue] = await Promise.all([
    directory.names(ids),
    store.namesThen(ids, from, to),
    count({}),
    count({ dueBefore: clock() }),
  ])
  return {
    from,
    to,
    lines: shown.map((line) => ({
      ...{ number: line.number, category: line.category, region: line.region },
      // A closed day is printed with the names of that day.
      deeds: deedsIn(line, new Map([...names, ...then])),
    })),
    more: lines.length > mostLines,
    figures: figuresOf(here, away),
    contactOn: contact === null ? null : dayOf(contact),
    now: { open, overdue },
  }
}
