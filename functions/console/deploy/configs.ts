import { readFileSync, writeFileSync } from 'node:fs'
import type { Names } from './names.ts'

/** Writes the configurations of one deployment beside wrangler.toml, which stays as it is (docs/adr/0062-deploy.md). */

const placeholder = '00000000-0000-0000-0000-000000000000'

/** The database that wrangler.toml itself names; undefined while it has the placeholder. */
export const statedDatabase = (file = 'wrangler.toml'): string | undefined => {
  const [, id] = /^database_id = "(.*)"$/m.exec(readFileSync(file, 'utf8')) ?? []
  return id === placeholder ? undefined : id
}

const set = (text: string, key: string, value: string): string => {
  const line = new RegExp(`^${key} = ".*"$`, 'm')
  if (!line.test(text)) throw new Error(`wrangler configuration: expected a line "${key} = …"`)
  return text.replace(line, () => `${key} = ${JSON.stringify(value)}`)
}

/**
 * The text of a configuration for one deployment.
 * @param pattern text of wrangler.toml or wrangler.desk.toml
 */
const configText = (
  pattern: string,
  values: { name: string; database: string; id: string; bucket: string; desk?: string },
): string => {
  const named = set(
    set(set(set(pattern, 'name', values.name), 'database_name', values.database), 'database_id', values.id),
    'bucket_name',
    values.bucket,
  )
  const text = values.desk === undefined ? named : set(named, 'service', values.desk)
  return `# Written by npm run deploy from the file without "deploy" in its name. Do not edit.\n${text}`
}

/** Writes both configurations. */
export const writeConfigs = (names: Names, id: string): void => {
  const { site, desk, database, bucket, siteConfig, deskConfig } = names
  const common = { database, id, bucket }
  writeFileSync(
    siteConfig,
    configText(readFileSync('wrangler.toml', 'utf8'), { ...common, name: site, desk }),
  )
  writeFileSync(deskConfig, configText(readFileSync('wrangler.desk.toml', 'utf8'), { ...common, name: desk }))
}
