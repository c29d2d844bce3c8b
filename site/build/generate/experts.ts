import { type Expert, expertsSchema } from '#domain/content/experts.ts'
import { ContentError, readYaml } from '../read-content.ts'
import { unique } from './unique.ts'

/**
 * Reads and checks `experts.yaml`; throws a ContentError that names the expert.
 * @param units ids of the units of regions.yaml
 */
export const readExperts = (content: string, units: ReadonlySet<string>): Expert[] => {
  const file = 'experts.yaml'
  const { experts } = readYaml(content, file, expertsSchema)
  unique(
    file,
    experts.map(({ id }) => id),
  )
  for (const { id, unit } of experts)
    if (!units.has(unit)) throw new ContentError(`${file}: ${id}: unknown unit "${unit}"`)
  return experts
}
