import type { County } from '#domain/content/county.ts'
import { warningsSchema } from '#domain/content/warnings.ts'
import { ContentError, readYaml } from '../read-content.ts'
import { unique } from './unique.ts'

/** Reads colours and signs of `warnings.yaml`; throws a ContentError if a sign names an unknown colour. */
export const readWarnings = (content: string): County['warnings'] => {
  const file = 'warnings.yaml'
  const warnings = readYaml(content, file, warningsSchema)
  const known = warnings.scheme.map(({ id }) => id)
  unique(file, known)
  for (const { sign, colour } of warnings.signs)
    if (!known.includes(colour))
      throw new ContentError(
        `${file}: sign ${sign}: unknown colour "${colour}", expected one of ${known.join(', ')}`,
      )
  return warnings
}
