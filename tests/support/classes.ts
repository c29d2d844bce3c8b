import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Classes as the style sheets define them and as the markup wears them, read from the sources. */

interface Sheet {
  /** Path below site/styles, without its ending. */
  name: string
  /** Without comments. */
  text: string
}

export const sheets: Sheet[] = globSync('site/styles/**/*.css')
  .sort()
  .map((file) => ({
    name: file.replace('site/styles/', '').replace('.css', ''),
    text: readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, ''),
  }))

/** Selectors of a sheet, one by one; the conditions around them left out. */
const selectorsOf = ({ text }: Sheet): string[] =>
  [...text.matchAll(/([^{}]+)\{/g)]
    .map(([, prelude = '']) => (prelude.split(';').at(-1) ?? '').trim())
    .filter((prelude) => !prelude.startsWith('@'))
    .flatMap((prelude) => prelude.split(/,(?![^(]*\))/))

/** Names of classes in a selector or a sheet. */
export const classesIn = (selector: string): string[] =>
  [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name)

/** Classes with a rule, in the sheets of these names or in all. */
export const definedIn = (names?: string[]): Set<string> =>
  new Set(
    sheets
      .filter(({ name }) => names?.includes(name) ?? true)
      .flatMap(selectorsOf)
      .flatMap(classesIn),
  )
export const defined = definedIn()

/** Sheets by the class that leads a selector: `.law .plain` belongs to the law. */
export const homes = new Map<string, Set<string>>()
for (const sheet of sheets)
  for (const [leading] of selectorsOf(sheet).map(classesIn))
    if (leading) homes.set(leading, (homes.get(leading) ?? new Set()).add(sheet.name))

/** Where classes are put on: components, pages, views, the one script, the plugins of the build. */
const sources = globSync([
  'site/{components,layouts,pages}/**/*.astro',
  'functions/**/*.tsx',
  'site/public/form.js',
  'site/build/**/*.ts',
  'functions/domain/**/letter.ts',
]).map((file) => ({ file, text: readFileSync(file, 'utf8') }))

const words = (text: string): string[] => text.match(/[a-zA-Z][\w-]*/g) ?? []

/** The expression in braces that begins at `from`, whole. */
const braces = (text: string, from: number): string => {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    if (depth === 0) return text.slice(from, at + 1)
  }
  return ''
}

/** Words in the strings and templates of an expression; not what it compares with or hands to a function. */
const quoted = (expression: string): string[] => {
  const rest = expression.replace(/(?:[!=]==? |\()'[^']*'| '[^']*'(?= in )/g, '')
  const strings = [...rest.matchAll(/'([^']*)'/g)].map(([, text = '']) => text)
  const templates = [...rest.matchAll(/`([^`]*)`/g)].map(([, text = '']) => text.replace(/\$\{[^}]*\}/g, ' '))
  return [...strings, ...templates].flatMap(words)
}

/** Classes an element is given in the markup itself, with the file. */
export const worn = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/\bclass(?::list)?=(?:"([^"]*)"|(?=\{))/g)].flatMap(({ 0: whole, 1: plain, index }) =>
    (plain === undefined ? quoted(braces(text, index + whole.length)) : words(plain)).map((name) => ({
      name,
      file,
    })),
  ),
)

/** A module and all it imports, types included. */
const closureOf = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file) || !existsSync(file)) return seen
  seen.add(file)
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/^import [^']*from '([.#][^']+)'/gm))
    closureOf(target.startsWith('#') ? join('functions', target.slice(1)) : join(dirname(file), target), seen)
  return seen
}

/** Classes of what a Worker may render. */
export const wornFrom = (entry: string): typeof worn => {
  const files = closureOf(entry)
  return worn.filter(({ file }) => files.has(file))
}

/** Every word of every string and class of the sources: a class may come from a table or a property. */
export const said = new Set([
  ...worn.map(({ name }) => name),
  ...sources.flatMap(({ text }) =>
    [...text.matchAll(/(["'`])([^"'`\n]*)\1|[{,] ([\w-]+)(?=[:,} ])/g)].flatMap(([, , string, key]) =>
      words(string ?? key ?? ''),
    ),
  ),
])

/** Classes that the one script and the browser tests look for, with the file. */
export const lookedUp = globSync(['site/public/form.js', 'tests/e2e/*.ts']).flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:locator|closest|matches|querySelector(?:All)?)(?:<[^>]*>)?\(\s*(["'`])(.*?)\1/g,
    ),
  ].flatMap(([, , selector = '']) => classesIn(selector).map((name) => ({ name, file }))),
)
