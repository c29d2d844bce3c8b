import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../functions/generated', import.meta.url))

/**
 * Writes one module below `functions/generated/`; leaves an identical file untouched, so that watchers do not
 * restart.
 */
export const write = (name: string, body: string): void => {
  const file = join(folder, name)
  const text = `// Written by site/build/generate.ts. Do not edit.\n${body}\n`
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}
