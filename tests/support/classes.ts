import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** CSS classes that the style sheets define and that the markup uses, read from the sources. */

interface Sheet {
  /** Path below site/styles, without the extension. */
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

/** Single selectors of a sheet, without the conditions around them. */
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

/** Sheets by the first class of a selector: `.law .plain` belongs to `law`. */
export const homes = new Map<string, Set<string>>()
for (const sheet of sheets)
  for (const [leading] of selectorsOf(sheet).map(classesIn))
    if (leading) homes.set(leading, (homes.get(leading) ?? new Set()).add(sheet.name))

/** Files that set classes: components, pages, the script, plugins of the build. */
const sources = globSync([
  'site/{components,layouts,pages}/**/*.astro',
  'functions/**/*.tsx',
  'site/public/{comfort,filing}.js',
  'site/build/**/*.ts',
  'functions/domain/**/letter.ts',
]).map((file) => ({ file, text: readFileSync(file, 'utf8') }))

const words = (text: string): string[] => text.match(/[a-zA-Z][\w-]*/g) ?? []

/** The complete braced expression that starts at `from`. */
const braces = (text: string, from: number): string => {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    if (depth === 0) return text.slice(from, at + 1)
  }
  return ''
}

/** Words in the strings and templates of an expression, except what it compares with or passes to a function. */
const quoted = (expression: string): string[] => {
  const rest = expression.replace(/(?:[!=]==? |\()'[^']*'| '[^']*'(?= in )/g, '')
  const strings = [...rest.matchAll(/'([^']*)'/g)].map(([, text = '']) => text)
  const templates = [...rest.matchAll(/`([^`]*)`/g)].map(([, text = '']) => text.replace(/\$\{[^}]*\}/g, ' '))
  return [...strings, ...templates].flatMap(words)
}

/** Classes set in the markup, with their file. */
export const worn = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/\bclass(?::list)?=(?:"([^"]*)"|(?=\{))/g)].flatMap(({ 0: whole, 1: plain, index }) =>
    (plain === undefined ? quoted(braces(text, index + whole.length)) : words(plain)).map((name) => ({
      name,
      file,
    })),
  ),
)

/** A module and all its imports, type imports included. */
const closureOf = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) return seen
  seen.add(file)
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/^import [^']*from '([.#][^']+)'/gm))
    closureOf(target.startsWith('#') ? join('functions', target.slice(1)) : join(dirname(file), target), seen)
  return seen
}

/** Classes that a Worker can render. */
export const wornFrom = (entry: string): typeof worn => {
  const files = closureOf(entry)
  return worn.filter(({ file }) => files.has(file))
}

/** Every word in strings and class attributes of the sources, because a class may come from a table or a property. */
export const said = new Set([
  ...worn.map(({ name }) => name),
  ...sources.flatMap(({ text }) =>
    [...text.matchAll(/(["'`])([^"'`\n]*)\1|[{,] ([\w-]+)(?=[:,} ])/g)].flatMap(([, , string, key]) =>
      words(string ?? key ?? ''),
    ),
  ),
])

/** Classes that the script and the browser tests look for, with their file. */
export const lookedUp = globSync(['site/public/{comfort,filing}.js', 'tests/e2e/*.ts']).flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:locator|closest|matches|querySelector(?:All)?)(?:<[^>]*>)?\(\s*(["'`])(.*?)\1/g,
    ),
  ].flatMap(([, , selector = '']) => classesIn(selector).map((name) => ({ name, file }))),
)
