import { isCountyName, namesFor } from '../../console/deploy/names.ts'

/** The options that name a bucket of Cloudflare. */
export const bucketOptions = { bucket: { type: 'string' }, county: { type: 'string' } } as const

/** What R2 takes as a name; also a single word for a shell. */
const bucketName = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/

/**
 * The bucket as `npm run deploy` calls it, or as the person does.
 * @param county id of the folder of counties/ that was deployed; undefined: the county in content/
 * @returns undefined if it is no name
 */
export const readBucket = ({
  bucket,
  county,
}: {
  bucket?: string | undefined
  county?: string | undefined
}): string | undefined => {
  if (county !== undefined && !isCountyName(county)) return undefined
  const name = bucket ?? namesFor(county).bucket
  return bucketName.test(name) ? name : undefined
}
