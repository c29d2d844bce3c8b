import { globSync, statSync } from 'node:fs'

/** The static pages of the build, so that no page can be forgotten. */

const files = globSync('dist/**/index.html').sort()
const pathOf = (file: string) => `/${file.slice('dist/'.length, -'index.html'.length)}`

/** Pages of one folder at one depth share their layout: the first, the last and the two largest stand for all. */
const someOf = (files: string[]): string[] => {
  const bySize = [...files].sort((one, other) => statSync(other).size - statSync(one).size)
  return files.filter((file, at) => at === 0 || at === files.length - 1 || bySize.indexOf(file) < 2)
}
const kindOf = (file: string) => `${file.split('/')[1]} ${file.split('/').length}`

/** True in `npm run test:deep`: layout is a matter of kinds, texts are a matter of every page. */
export const everyPage = process.env['EVERY_PAGE'] === '1'

/** Paths of all pages. */
export const allPaths = files.map(pathOf)

/** The first page below a path; the text does not matter. */
export const firstOf = (prefix: string): string =>
  allPaths.find((path) => path.startsWith(prefix) && path !== prefix) ?? '/'

/** Some of each kind of page. */
const sample = new Set([...Map.groupBy(files, kindOf).values()].flatMap(someOf).map(pathOf))

/** A lesson on one sheet: its words are those of its lesson. */
export const isCard = (path: string): boolean => /^\/lessons\/.+\/card\/$/.test(path)

/** Cards to be printed: all of them in `npm run test:deep`, otherwise some. */
export const printedCards = allPaths.filter((path) => isCard(path) && (everyPage || sample.has(path)))

/**
 * Of kinds with hundreds of pages of one layout, `npm run test:deep` looks at some: every fortieth question, which is a
 * few sentences, every fifth step of a guide, every fourth statute, and every third lesson.
 */
const spacings: [kind: RegExp, one: number][] = [
  [/^\/questions\/[^/]+\/./, 40],
  [/^\/guides\/[^/]+\/[^/]+\//, 5],
  [/^\/laws\/./, 4],
  // Each lesson is followed by its card, so an even number would find all of them or none.
  [/^\/lessons\/[^/]+\/./, 3],
]
const spacingOf = (path: string): number => spacings.find(([kind]) => kind.test(path))?.[1] ?? 1

/** Paths that the checks of pages visit: some of each kind; in `npm run test:deep` nearly all but cards. */
export const checkedPaths = allPaths.filter(
  (path, at) => sample.has(path) || (everyPage && !isCard(path) && at % spacingOf(path) === 0),
)
