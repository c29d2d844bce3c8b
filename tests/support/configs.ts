import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { clockOffset } from './day.ts'

/** Makes the file names of a configuration absolute. */
const paths = /^(main|directory|migrations_dir) = "(.*)"$/gm

/**
 * Copies the configurations of both Workers, with their own secrets beside them; on another day with the entries
 * that move the clock.
 * @param folder target of the copies
 * @param secrets text of the `.dev.vars` of both
 * @returns paths of the copies, first the public Worker's
 */
export const copyConfigs = (folder: string, secrets: string): string[] => {
  writeFileSync(join(folder, '.dev.vars'), secrets, { mode: 0o600 })
  const moved = `\n[define]\n"process.env.CLOCK_OFFSET" = '"${clockOffset}"'\n`
  return ['wrangler.toml', 'wrangler.desk.toml'].map((name) => {
    const text = readFileSync(name, 'utf8').replace(paths, (_, key: string, path: string) => {
      const entry = path.replace(/^functions\/(.*)\.ts$/, 'tests/support/$1-on-a-day.ts')
      return `${key} = ${JSON.stringify(resolve(clockOffset === 0 ? path : entry))}`
    })
    const copy = join(folder, name)
    writeFileSync(copy, clockOffset === 0 ? text : text + moved)
    return copy
  })
}
