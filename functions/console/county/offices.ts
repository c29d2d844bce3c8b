import type { Office } from '#domain/content/reference.ts'
import type { Area, Unit } from '#domain/content/regions.ts'
import { neededUnits } from '#domain/places/needed-units.ts'
import { officeKinds } from '#domain/words/office-kinds.ts'
import type { Areas } from './areas.ts'
import { unitRules } from './kinds.ts'
import { doubles, type EarlierOffices, giveIds } from './office-ids.ts'
import { type Entry, type OfficeRow, readRow } from './office-row.ts'
import { type Place, pathName } from './place.ts'
import type { Fault } from './table.ts'

/** Reads the second table of a county: its units and offices. */

export interface Offices {
  units: Unit[]
  offices: Office[]
  people: { unit: string; name: string; role: string }[]
  /** Short names in 文号 that the table gives, by id of the unit. */
  shorts: Map<string, string>
}

/** Which areas lack a unit they must have, a fault for each kind. */
const missing = (file: string, entries: readonly Entry[], places: readonly Place[]): Fault[] =>
  Object.entries(neededUnits).flatMap(([level, kinds]) =>
    kinds.flatMap((kind): Fault[] => {
      const has = new Set(
        entries.flatMap(({ kind: one, place }) => (one.of === 'unit' && one.kind === kind ? place : [])),
      )
      const without = places.filter(
        (place) => place.level === level && place.row.cells.mergedInto === '' && !has.has(place),
      )
      const names = without.map(pathName)
      return without.length === 0
        ? []
        : [
            {
              file,
              says: `缺${unitRules[kind].words[0]}：${names.slice(0, 8).join('、')}${names.length > 8 ? ` 等 ${names.length} 个` : ''}`,
            },
          ]
    }),
  )

const textsOf = ({ row, area, name, phone }: Entry) => ({
  area,
  name,
  phone,
  hours: row.cells.hours,
  address: row.cells.address,
})

const asUnit = (entry: Entry, id: string): Unit[] => {
  const { kind, subjects } = entry
  if (kind.of !== 'unit') return []
  const professional = kind.kind === 'professional-committee'
  return [{ id, kind: kind.kind, ...textsOf(entry), ...(professional && { categories: subjects }) }]
}

const asOffice = (entry: Entry, id: string): Office[] => {
  const { kind, row, subjects } = entry
  if (kind.of !== 'office') return []
  const usual = officeKinds[kind.kind]
  return [
    {
      ...{ id, kind: kind.kind, ...textsOf(entry) },
      purpose: row.cells.purpose || usual.purpose,
      categories: subjects.length > 0 ? subjects : [...usual.categories],
    },
  ]
}

/** Units of areas that were merged away stay: cases and accounts name them. */
const keptUnits = (areas: readonly Area[], listed: readonly string[], { units }: EarlierOffices): Unit[] => {
  const merged = new Set(areas.flatMap(({ id, mergedInto }) => (mergedInto ? id : [])))
  return units.filter(({ id, area }) => merged.has(area) && !listed.includes(id))
}

/**
 * Reads the units and offices of a county.
 * @param earlier those of this county as they were; empty for a new one
 * @returns them in the order of the areas, and every fault of the table
 */
export const readOffices = (
  file: string,
  rows: readonly OfficeRow[],
  areas: Areas,
  earlier: EarlierOffices,
): Offices & { faults: Fault[] } => {
  const faults: Fault[] = []
  const entries = rows.flatMap((row): Entry[] => {
    const { entry, says } = readRow(row, areas)
    faults.push(...says.map((text) => ({ file, line: row.line, says: text })))
    return entry ? [entry] : []
  })
  faults.push(...doubles(file, entries), ...missing(file, entries, areas.places))
  const ids = giveIds(file, entries, earlier, faults)
  const rank = new Map(areas.areas.map(({ id }, index) => [id, index]))
  const inOrder = entries.toSorted((a, b) => (rank.get(a.area) ?? 0) - (rank.get(b.area) ?? 0))
  const idOf = (entry: Entry) => ids.get(entry) ?? ''
  const kept = keptUnits(areas.areas, [...ids.values()], earlier)
  const units = [...inOrder.flatMap((entry) => asUnit(entry, idOf(entry))), ...kept]
  for (const { id, name } of earlier.units)
    if (!units.some((one) => one.id === id))
      faults.push({
        file,
        says: `“${name}”（编号 ${id}）原来有，表里没有了。案件和账号还用着它，请留着这一行`,
      })
  return {
    units,
    offices: inOrder.flatMap((entry) => asOffice(entry, idOf(entry))),
    people: inOrder.flatMap((entry) => {
      const { person, role } = entry.row.cells
      return entry.kind.of === 'unit' && person !== '' ? [{ unit: idOf(entry), name: person, role }] : []
    }),
    shorts: new Map(
      inOrder.flatMap((entry) => (entry.row.cells.short ? [[idOf(entry), entry.row.cells.short]] : [])),
    ),
    faults,
  }
}
