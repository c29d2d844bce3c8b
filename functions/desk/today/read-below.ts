import { colours } from '#domain/clocks/warnings.ts'
import type { Area } from '#domain/content/regions.ts'
import { area, pathOf, unit } from '#domain/places/areas.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import { listHref } from '../lists/address.ts'
import { listsOf, tonightOf } from '../lists/work-lists.ts'

/** What is due, overdue or red at the desks below a unit, by town or village: what its head has to see each day. */

interface BelowFigure {
  count: number
  /** The list of these cases. */
  href: string
}

export interface BelowRow {
  name: string
  due: BelowFigure
  red: BelowFigure
}

/** Counting stops here; the list shows the rest. */
const mostCounted = 999
const red = colours.length - 1

/** The area right below `home` that a case belongs to; its own area if it lies elsewhere. */
const partOf = (region: string, home: string): Area =>
  pathOf(region).find(({ parent }) => parent === home) ?? area(region)

/** @returns one row for each area below with such a case, the most late first; none without lists from below */
export const readBelow = async (
  { store, clock }: Pick<Ports<Pick<DeskStore, 'countByRegion'>>, 'store' | 'clock'>,
  member: StaffMember,
): Promise<BelowRow[]> => {
  const scope = listsOf(member).find(({ id }) => id === 'below')?.scope
  if (!scope) return []
  const tonight = tonightOf(clock())
  const home = unit(member.unit).area
  const rows = new Map<string, { area: Area; due: number; red: number }>()
  const add = (found: { region: string; count: number }[], figure: 'due' | 'red') => {
    for (const { region, count } of found) {
      const part = partOf(region, home)
      const row = rows.get(part.id) ?? { area: part, due: 0, red: 0 }
      rows.set(part.id, { ...row, [figure]: row[figure] + count })
    }
  }
  const own = { scope, reader: member.id, order: 'due' } as const
  const [due = [], reds = []] = await store.countByRegion(
    [
      { ...own, dueBefore: tonight },
      { ...own, colour: red },
    ],
    mostCounted,
  )
  add(due, 'due')
  add(reds, 'red')
  return [...rows.values()]
    .sort((one, other) => other.due - one.due || other.red - one.red)
    .map((row) => ({
      name: row.area.name,
      due: { count: row.due, href: listHref('below', { region: row.area.id, due: true }) },
      red: { count: row.red, href: listHref('below', { region: row.area.id, colour: red }) },
    }))
}
