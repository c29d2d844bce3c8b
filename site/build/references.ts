import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ContentError } from './read-content.ts'

/** The ids that texts may use, by component. */
export interface Known {
  Law: Set<string>
  Hotline: Set<string>
  Deadline: Set<string>
}

const places: Record<keyof Known, string> = {
  Law: 'an article in content/laws (<law>-<number>)',
  Hotline: 'a file in content/contacts',
  Deadline: 'an entry under limits in content/deadlines.yaml',
}

const faultsIn = (file: string, text: string, known: Known): string[] =>
  [...text.matchAll(/<(Law|Hotline|Deadline)\s+id="([^"]*)"/g)]
    .filter(([, component, id]) => !known[component as keyof Known].has(id ?? ''))
    .map(({ 1: component, 2: id, index }) => {
      const line = text.slice(0, index).split('\n').length
      return `${file}:${line}: <${component} id="${id}">: expected ${places[component as keyof Known]}`
    })

/** Checks every MDX file for unknown ids; throws one ContentError that names them all. */
export const checkReferences = (content: string, known: Known): void => {
  const faults = globSync(join(content, '**/*.mdx'))
    .sort()
    .flatMap((file) => faultsIn(relative(join(content, '..'), file), readFileSync(file, 'utf8'), known))
  if (faults.length > 0) throw new ContentError(faults.join('\n'))
}
