import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContentError } from '../read-content.ts'
import { markupFaults } from './markup.ts'
import { yamlFaults } from './plain-yaml.ts'

/** The gate before all others: nothing in `content/` can run, load or name a type when the site is built from it. */

const faultsOf = (content: string, name: string): string[] => {
  const file = `content/${name}`
  const source = () => readFileSync(join(content, name), 'utf8')
  if (name.endsWith('.mdx')) return markupFaults(file, source())
  if (/\.ya?ml$/.test(name)) return yamlFaults(source()).map(({ line, fault }) => `${file}:${line}: ${fault}`)
  return []
}

/**
 * Sentences for every text and data file that is more than words.
 * @param content the folder
 * @param wanted which paths below it, as `lessons/debt/x.mdx`; all unless told
 */
export const markupFaultsIn = (content: string, wanted: (name: string) => boolean = () => true): string[] =>
  readdirSync(content, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter(wanted)
    .sort()
    .flatMap((name) => faultsOf(content, name))

/** Throws one ContentError that names every fault. */
export const checkOnlyData = (content: string): void => {
  const faults = markupFaultsIn(content)
  if (faults.length > 0) throw new ContentError(faults.join('\n'))
}
