import { idPattern } from '#domain/basics/id-pattern.ts'

/** What a deployment consists of, by name: every county has its own, and nothing is shared. */

export interface Names {
  /** The public Worker. */
  site: string
  desk: string
  database: string
  bucket: string
  /** The wrangler configurations that the deploy writes; git ignores them. */
  siteConfig: string
  deskConfig: string
  /** The file of the two keys. */
  keys: string
  /** The configuration of notices, stored as the secret NOTICES of the desk's Worker; it need not exist. */
  notices: string
}

/** False for a name that would be that of another county's desk or bucket, or cannot be one. */
export const isCountyName = (county: string): boolean =>
  idPattern.test(county) && !/(?:^|-)(?:desk|files)$/.test(county)

/**
 * The names for a county.
 * @param county id of the folder of counties/; undefined: the county in content/
 */
export const namesFor = (county: string | undefined): Names => {
  const name = county === undefined ? 'liuchixiang' : `liuchixiang-${county}`
  const file = county === undefined ? '' : `.${county}`
  return {
    ...{ site: name, desk: `${name}-desk`, database: name, bucket: `${name}-files` },
    ...{ siteConfig: `wrangler${file}.deploy.toml`, deskConfig: `wrangler.desk${file}.deploy.toml` },
    ...{ keys: `keys/${name}.json`, notices: `notices${file}.json` },
  }
}
