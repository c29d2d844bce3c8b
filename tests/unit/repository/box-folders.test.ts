import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

/** Folders of the box: Biome leaves entry files free to import what they start, so their order is kept here. */

const box = 'functions/box'

/** Imports between the folders inside `functions/box`, as 'backup → moving'. Files directly in it belong to all. */
const imports = new Set(
  globSync(`${box}/*/**/*.ts`).flatMap((file) => {
    const [from] = relative(box, file).split('/')
    return [...readFileSync(file, 'utf8').matchAll(/(?:from |import\()'(\.[^']+)'/g)].flatMap(
      ([, path = '']) => {
        const target = relative(box, join(dirname(file), path))
        const [to] = target.split('/')
        return target.startsWith('..') || !target.includes('/') || to === from ? [] : [`${from} → ${to}`]
      },
    )
  }),
)

/** Folders that a folder reaches through others. */
const reached = (from: string, seen = new Set<string>()): Set<string> => {
  for (const one of imports) {
    const [start, to = ''] = one.split(' → ')
    if (start === from && !seen.has(to)) reached(to, seen.add(to))
  }
  return seen
}

it('folders of a box import each other in one direction', () => {
  expect(imports).toContain('commands → backup')
  const folders = new Set([...imports].flatMap((one) => one.split(' → ')))
  expect([...folders].filter((folder) => reached(folder).has(folder))).toEqual([])
})
