import { byteOrderMark, csvLine } from '#domain/basics/csv.ts'
import { neededUnits } from '#domain/places/needed-units.ts'
import { officeKindIds, officeKinds } from '#domain/words/office-kinds.ts'
import type { Areas } from './areas.ts'
import { officeNameAt, unitRules } from './kinds.ts'
import { type OfficeRow, officeColumns } from './office-row.ts'
import { type Place, pathName } from './place.ts'

/** A second table to fill in: a row for each unit that an area must have, and for each office that counties usually have. */

type Cells = Partial<OfficeRow['cells']>

const rowsOf = (place: Place): Cells[] => {
  const area = pathName(place)
  const needed = place.level === 'grid' ? (['grid'] as const) : (neededUnits[place.level] ?? [])
  const units = needed.map((kind) => ({
    kind: unitRules[kind].words[0] ?? '',
    place: area,
    name: unitRules[kind].name(place.name, place.level),
  }))
  const offices = officeKindIds
    .filter((kind) => officeKinds[kind].level === place.level)
    .map((kind) => {
      const { name, purpose } = officeKinds[kind]
      return { kind: name, place: area, name: officeNameAt(kind, place.name), purpose }
    })
  return [...units, ...offices]
}

/** The table as CSV with a byte order mark, without which Excel reads Chinese wrongly. */
export const blankOffices = ({ places }: Areas): string => {
  const columns = Object.keys(officeColumns) as (keyof typeof officeColumns)[]
  const open = places.filter(({ row }) => row.cells.mergedInto === '')
  const rows = open.flatMap(rowsOf).map((cells) => columns.map((column) => cells[column] ?? ''))
  const heads = columns.map((column) => officeColumns[column].heads[0] ?? '')
  return `${byteOrderMark}${[heads, ...rows].map(csvLine).join('')}`
}
