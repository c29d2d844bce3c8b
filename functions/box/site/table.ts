import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** What each path of the built site leads to: a file, or the path where it is. */

export interface Place {
  file?: string
  redirect?: string
}

const notServed = new Set(['/_headers', '/_redirects'])

/**
 * The paths of a folder, with the rules of Workers Static Assets (`html_handling = "auto-trailing-slash"`):
 * `a/index.html` is `/a/`, `a.html` is `/a`; other ways of writing them are redirected there.
 */
export const tableOf = (folder: string): Map<string, Place> => {
  const table = new Map<string, Place>()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const redirects: [from: string, to: string][] = []
  for (const file of files) {
    const path = `/${relative(folder, file).split(sep).join('/')}`
    if (notServed.has(path)) continue
    if (!path.endsWith('.html')) {
      table.set(path, { file })
      continue
    }
    const bare = path.slice(0, -'.html'.length)
    const isIndex = bare.endsWith('/index')
    const own = isIndex ? bare.slice(0, -'index'.length) : bare
    table.set(own, { file })
    const others = isIndex ? [own.slice(0, -1), bare, path] : [`${bare}/`, path]
    for (const other of others) redirects.push([other, own])
  }
  // Never instead of a file.
  for (const [from, to] of redirects) if (from !== '' && !table.has(from)) table.set(from, { redirect: to })
  return table
}
