import type { Area, Unit } from '#domain/content/regions.ts'
import { type Level, rank } from '#domain/words/levels.ts'
import { county } from '#generated/county.ts'

const areas = new Map(county.areas.map((area) => [area.id, area]))
const units = new Map(county.units.map((unit) => [unit.id, unit]))

/** Ids of all units, in the order of the file. */
export const unitIds = (): string[] => county.units.map(({ id }) => id)

/** An area by id, or undefined. */
export const findArea = (id: string): Area | undefined => areas.get(id)

/** A unit by id, or undefined. */
export const findUnit = (id: string): Unit | undefined => units.get(id)

const mustExist = <T>(found: T | undefined, id: string): T => {
  if (found === undefined) throw new Error(`content/regions.yaml has no "${id}"`)
  return found
}

/** An area that must exist. Throws if it does not: a fault in the data, not in what somebody typed. */
export const area = (id: string): Area => mustExist(areas.get(id), id)

/** A unit that must exist; throws if it does not. */
export const unit = (id: string): Unit => mustExist(units.get(id), id)

/** The area and those above it, lowest first. */
export const pathOf = (id: string): Area[] => {
  const first = area(id)
  return first.parent ? [first, ...pathOf(first.parent)] : [first]
}

/** The ids of the area and of all below it, those that were merged into another too. */
export const areasWithin = (id: string): string[] =>
  county.areas.filter((one) => pathOf(one.id).some((step) => step.id === id)).map((one) => one.id)

/** The area of the wanted level on the path of `id`; the area itself if it is higher (rules.md R7). */
export const areaAt = (id: string, level: Level): Area => {
  const path = pathOf(id)
  return path.find((step) => rank(step.level) >= rank(level)) ?? mustExist(path.at(-1), id)
}

/** The unit of a kind that serves exactly this area. */
export const unitOf = (areaId: string, kind: Unit['kind']): Unit | undefined =>
  county.units.find((candidate) => candidate.area === areaId && candidate.kind === kind)

/** 青石镇 柳湾村: the area with those above it, without the county. */
export const areaName = (id: string): string => {
  const path = pathOf(id)
  const below = path.filter((step) => step.level !== 'county')
  return (below.length > 0 ? below : path)
    .map((step) => step.name)
    .reverse()
    .join(' ')
}

/** Towns with their villages, in the order of the file, for the select of the form. */
export const townsAndVillages = (): { town: Area; villages: Area[] }[] =>
  county.areas
    .filter((candidate) => candidate.level === 'town' && !candidate.mergedInto)
    .map((town) => ({
      town,
      villages: county.areas.filter((village) => village.parent === town.id && !village.mergedInto),
    }))
