import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Licences of what the package contains, for /usr/share/doc/liuchixiang/copyright. */

const licenceIn = (folder: string): string | undefined => {
  const name = existsSync(folder)
    ? readdirSync(folder).find((file) => /^licen[sc]e(\.(md|txt))?$/i.test(file))
    : undefined
  return name && readFileSync(join(folder, name), 'utf8').trim()
}

/** Names of the packages in a bundle: esbuild writes the path of each module before it. */
const bundledPackages = (bundle: string): string[] => {
  const paths = bundle.matchAll(/^ *\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)
  return [...new Set([...paths].map(([, name = '']) => name))].sort()
}

/**
 * The text of the file.
 * @param bundle the program as text
 * @param node folder of the Node that is included
 * @throws if a package has no licence: it must not be passed on without one
 */
export const licences = (bundle: string, node: string): string => {
  const parts = [
    ['liuchixiang', licenceIn('.')],
    ['Node.js and what it contains', licenceIn(node)],
    ...bundledPackages(bundle).map((name) => [name, licenceIn(join('node_modules', name))]),
  ]
  return parts
    .map(([name, text]) => {
      if (text) return `${name}\n${'-'.repeat(name?.length ?? 0)}\n\n${text}\n`
      const stated = name && JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'))
      if (!stated?.license) throw new Error(`${name}: no licence`)
      return `${name}\n${'-'.repeat(name?.length ?? 0)}\n\nLicence: ${stated.license}\n`
    })
    .join('\n')
}
