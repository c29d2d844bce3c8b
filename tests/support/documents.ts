import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, normalize } from 'node:path'

/** Checks names in documents and comments against the repository. Each check returns its faults as sentences. */

export interface TextFile {
  file: string
  text: string
}

const generated = new Set(['node_modules', 'dist', '.git', '.wrangler', '.astro', 'generated', '.output'])
const textual =
  /^\.(ts|tsx|astro|mdx?|yaml|yml|tsv|css|js|mjs|cjs|jsonc?|toml|sql|svg|npmrc|gitignore|editorconfig|nvmrc)$/

/** Every text file that is not generated, with its path from the root. */
export const textFiles = (): TextFile[] =>
  readdirSync('.', { withFileTypes: true })
    .filter(({ name }) => !generated.has(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? globSync(`${entry.name}/**/*`, { exclude: (name) => generated.has(name.split('/').at(-1) ?? '') })
        : [entry.name],
    )
    .filter((file) => textual.test(extname(file) || file) && file !== 'package-lock.json')
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

export const isDocument = ({ file }: TextFile): boolean => file.endsWith('.md')
/** Decision records and the changelog describe their day: paths in them are not updated. */
const isOfItsDay = ({ file }: TextFile): boolean => /^docs\/adr\/0|^CHANGELOG/.test(file)

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([whole, first]) => first ?? whole)

/** The anchor of a heading, as GitHub generates it. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')

const headings = (text: string): string[] => all(text, /^#{1,6} (.+)$/gm)

export const ruleNumbers = (rules: string): number[] => all(rules, /^### R(\d+) /gm).map(Number)

/** Private working papers, which readers do not have. */
export const foreignPapers = ({ text }: TextFile): string[] =>
  all(text, /\b(?:DESIGN|CONTRACT|PLATFORM|ROADMAP|MECHANISMS)\b|(?<![\w/])look(?:-2)?\/\w+/g).map(
    (name) => `${name}: not in the repository`,
  )

/** `docs/x.md`, `x.md` beside the file, or `rules.md` of docs/. */
export const missingDocuments = ({ file, text }: TextFile): string[] =>
  all(text, /(?<![\w/.@<>{}*-])((?:\.{0,2}\/)?[\w-][\w./-]*\.md)\b/g)
    .filter((name) => ![name, join(dirname(file), name), join('docs', name)].some((path) => existsSync(path)))
    .map((name) => `${name}: no such document`)

export const missingRules = ({ text }: TextFile, rules: string): string[] => {
  const known = new Set(ruleNumbers(rules))
  return all(text, /rules\.md`? (R\d+(?:(?:, | and )R\d+)*)/g)
    .flatMap((list) => all(list, /R(\d+)/g))
    .filter((number) => !known.has(Number(number)))
    .map((number) => `R${number}: no such rule`)
}

export const missingRecords = ({ text }: TextFile): string[] =>
  all(text, /\bADRs? (\d+)|docs\/adr\/(?=\d)(\d+)/g)
    .map((match) => match.replace(/\D/g, ''))
    .filter((number) => globSync(`docs/adr/${number.padStart(4, '0')}-*.md`).length !== 1)
    .map((number) => `ADR ${number}: no such record`)

/** Links of a document without a target file or heading. */
export const brokenLinks = ({ file, text }: TextFile): string[] =>
  all(text, /\]\(([^)\s]+)\)/g)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [path = '', heading] = target.split('#')
      const to = path === '' ? file : normalize(join(dirname(file), path))
      if (!existsSync(to)) return true
      return heading !== undefined && !headings(readFileSync(to, 'utf8')).map(anchor).includes(heading)
    })
    .map((target) => `${target}: is a broken link`)

const codeSpans = (text: string): string[] => all(text.replace(/```[\s\S]*?```/g, ''), /`([^`\n]+)`/g)

/** Paths in a document that do not exist; a file with a placeholder like `<year>` need not exist yet. */
export const missingPaths = (document: TextFile): string[] =>
  isOfItsDay(document)
    ? []
    : codeSpans(document.text)
        .filter((span) =>
          /^(?:\.ci|\.github|content|docs|functions|migrations|site|tests)\/[^\s…]*$/.test(span),
        )
        .filter((path) => !/(?:^|\/)generated(?:\/|$)/.test(path))
        .filter((path) => globSync(path.replace(/[^/]*<.*$/, '').replace(/\/$/, '')).length === 0)
        .map((path) => `${path}: no such path`)

/** Files named in comments of code, by their path from the root, that do not exist. */
export const missingFiles = (source: TextFile): string[] =>
  isDocument(source)
    ? []
    : all(source.text, /^\s*(?:\/\/|\/?\*|#|--).*$/gm)
        .flatMap((comment) =>
          all(comment, /(?<![\w./@-])(?:content|docs|functions|migrations|site|tests)\/[\w./-]+\.\w+/g),
        )
        .filter((path) => !existsSync(path))
        .map((path) => `${path}: no such file`)

/** `npm run …` in a document that package.json does not have. */
export const missingCommands = (document: TextFile, scripts: Record<string, string>): string[] =>
  isOfItsDay(document)
    ? []
    : all(document.text, /npm run (?:--silent )?([a-z][\w:-]*)/g)
        .filter((name) => !(name in scripts))
        .map((name) => `npm run ${name}: no such command`)

/** Names of functions, tables and columns in docs/how that are not in the code. */
export const missingNames = ({ file, text }: TextFile, code: string): string[] =>
  file.startsWith('docs/how/')
    ? codeSpans(text)
        .filter((span) => /^[a-z]+(?:[A-Z][a-z]*)+$|^[a-z]+(?:_[a-z]+)+$/.test(span))
        .filter((name) => !new RegExp(`\\b${name}\\b`).test(code))
        .map((name) => `${name}: not in the code`)
    : []
