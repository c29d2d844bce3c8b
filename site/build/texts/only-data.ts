import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { ContentError } from '../read-content.ts'
import { markupFaults } from './markup.ts'
import { yamlFaults } from './plain-yaml.ts'

/** The first check: nothing in `content/` can execute, load or name a type when the site is built from it. */

const nameOf = (content: string, entry: Dirent): string =>
  relative(content, join(entry.parentPath, entry.name)).split(sep).join('/')

const faultsOf = (content: string, name: string, entry: Dirent): string[] => {
  const file = `content/${name}`
  // The site would follow a symbolic link to a file that no check has read.
  if (entry.isSymbolicLink()) return [`${file}:1: 这里不能放快捷方式（符号链接），请放文件本身`]
  const source = () => readFileSync(join(content, name), 'utf8')
  if (name.endsWith('.mdx')) return markupFaults(file, source())
  if (/\.ya?ml$/.test(name)) return yamlFaults(source()).map(({ line, fault }) => `${file}:${line}: ${fault}`)
  return []
}

/**
 * Sentences for every text and data file that contains more than plain data.
 * @param content the folder
 * @param wanted which paths below it to check, as `lessons/debt/x.mdx`; default all
 */
export const markupFaultsIn = (content: string, wanted: (name: string) => boolean = () => true): string[] =>
  readdirSync(content, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, name: nameOf(content, entry) }))
    .filter(({ name }) => wanted(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ entry, name }) => faultsOf(content, name, entry))

/** Throws one ContentError that names every fault. */
export const checkOnlyData = (content: string): void => {
  const faults = markupFaultsIn(content)
  if (faults.length > 0) throw new ContentError(faults.join('\n'))
}
