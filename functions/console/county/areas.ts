import type { Area } from '#domain/content/regions.ts'
import { levels } from '#domain/words/levels.ts'
import { areaPart, idGiver } from './ids.ts'
import { type AreaColumn, connect, type Place, placesCalled, readPlaces, sayWhich, topDown } from './place.ts'
import type { Fault, Row } from './table.ts'

/** Reads the first table of a county: its areas, with ids that are kept for good. */

/** Where an area was: below which one, and its name. */
const keyOf = (parent: string | undefined, name: string): string => `${parent ?? ''}/${name}`

/** Gives each area its id: the one of the table, the one it had, or a new one. */
const giveIds = (file: string, places: readonly Place[], earlier: readonly Area[], faults: Fault[]) => {
  const had = new Map(earlier.map(({ id, parent, name }) => [keyOf(parent, name), id]))
  const ids = new Map<Place, string>()
  const stated = new Map<string, Place>()
  // From the top: below an area with another name the ids stay as they were.
  for (const place of topDown.flatMap((level) => places.filter((one) => one.level === level))) {
    const above = place.parent && ids.get(place.parent)
    const id = place.row.cells.id || (place.parent && !above ? '' : had.get(keyOf(above, place.name)))
    if (id === undefined || id === '') continue
    const first = stated.get(id)
    if (first) faults.push({ file, line: place.line, says: `编号“${id}”和第 ${first.line} 行重复` })
    const before = earlier.find((one) => one.id === id)
    if (before && before.level !== place.level)
      faults.push({
        file,
        line: place.line,
        says: `编号“${id}”原来是${levels[before.level].name}，不能改层级`,
      })
    stated.set(id, place)
    ids.set(place, id)
  }
  const give = idGiver([...stated.keys(), ...earlier.map(({ id }) => id)])
  for (const level of topDown)
    for (const place of places.filter((one) => one.level === level && !ids.has(one))) {
      const above = place.parent && place.parent.level !== 'county' ? `${ids.get(place.parent)}-` : ''
      ids.set(place, give(`${above}${areaPart(level, place.name, place.parent?.name ?? '')}`))
    }
  return ids
}

/** Depth first, so that an area is followed by what lies in it. */
const ordered = (places: readonly Place[], parent?: Place): Place[] =>
  places
    .filter((place) => place.parent === parent && (parent !== undefined || place.level === 'county'))
    .flatMap((place) => [place, ...ordered(places, place)])

/** The areas, and the place of the table that each id belongs to. */
export interface Areas {
  areas: Area[]
  places: Place[]
  idOf: (place: Place) => string
}

const mergedInto = (place: Place, places: readonly Place[], faults: Fault[], file: string) => {
  const text = place.row.cells.mergedInto
  if (text === '') return undefined
  const refuse = (says: string) => {
    faults.push({ file, line: place.line, says })
    return undefined
  }
  const found = placesCalled(places, text).filter(
    (one) => one.level === place.level && one !== place && one.row.cells.mergedInto === '',
  )
  if (found.length > 1) return refuse(`并入“${text}”${sayWhich(found)}`)
  return found[0] ?? refuse(`并入“${text}”不是表里另一个同级的地方`)
}

/**
 * Reads the areas of a county.
 * @param earlier the areas of this county as they were, whose ids are kept; empty for a new one
 * @returns the areas in the order of the county's tree, and every fault of the table
 */
export const readAreas = (
  file: string,
  rows: readonly Row<AreaColumn>[],
  earlier: readonly Area[],
): Areas & { faults: Fault[] } => {
  const faults: Fault[] = []
  const places = readPlaces(file, rows, faults)
  const top = places.filter(({ level }) => level === 'county')
  if (top.length === 0) faults.push({ file, says: '没有县（区）这一行：名称写县名，上级空着，层级写 县' })
  for (const place of top.slice(1))
    faults.push({ file, line: place.line, says: `县（区）只能有一个，第 ${top[0]?.line} 行已经有了` })
  connect(file, places, faults)
  const ids = giveIds(file, places, earlier, faults)
  const idOf = (place: Place): string => ids.get(place) ?? ''
  const areas = ordered(places).map((place): Area => {
    const merged = mergedInto(place, places, faults, file)
    return {
      ...{ id: idOf(place), level: place.level },
      ...(place.parent && { parent: idOf(place.parent) }),
      name: place.name,
      ...(merged && { mergedInto: idOf(merged) }),
    }
  })
  const kept = new Set(ids.values())
  for (const { id, name } of earlier)
    if (!kept.has(id))
      faults.push({
        file,
        says: `“${name}”（编号 ${id}）原来有，表里没有了。案件还用着它：合并了的请留着这一行，在“并入”里写新地方；改了名的请在“编号”里写 ${id}`,
      })
  return { areas, places, idOf, faults }
}
