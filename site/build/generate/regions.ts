import { z } from 'zod'
import { areaSchema, unitSchema } from '#domain/content/regions.ts'
import { neededUnits } from '#domain/places/needed-units.ts'
import { ContentError, readYaml } from '../read-content.ts'
import { unique } from './unique.ts'

/**
 * Reads the areas and units of `regions.yaml`: a tree of four levels, with the units each level must have.
 */

const regionsSchema = z.strictObject({ areas: z.array(areaSchema), units: z.array(unitSchema) })
type Regions = z.infer<typeof regionsSchema>

const checkRegions = ({ areas, units }: Regions): void => {
  const file = 'regions.yaml'
  unique(
    file,
    areas.map((area) => area.id),
  )
  unique(
    file,
    units.map((unit) => unit.id),
  )
  const levels = ['county', 'town', 'village', 'grid']
  for (const area of areas) {
    const parent = areas.find((candidate) => candidate.id === area.parent)
    const expected = levels[levels.indexOf(area.level) - 1]
    if (parent?.level !== expected)
      throw new ContentError(
        `${file}: ${area.id}: a ${area.level} needs a parent of level ${expected ?? 'none'}`,
      )
    for (const kind of area.mergedInto ? [] : (neededUnits[area.level] ?? []))
      if (!units.some((unit) => unit.area === area.id && unit.kind === kind))
        throw new ContentError(`${file}: ${area.id} (${area.name}) has no unit of kind ${kind}`)
  }
  for (const unit of units)
    if (!areas.some((area) => area.id === unit.area))
      throw new ContentError(`${file}: unit ${unit.id}: unknown area "${unit.area}"`)
}

/** Reads and checks `regions.yaml`; throws a ContentError that names the area or unit. */
export const readRegions = (content: string): Regions => {
  const regions = readYaml(content, 'regions.yaml', regionsSchema)
  checkRegions(regions)
  return regions
}
