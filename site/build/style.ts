import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ViteUserConfig } from 'astro'
import { transform } from 'lightningcss'

/** The oldest browsers the styles must support: WeChat's Chromium on old Android, and iOS 14. */
export const browsers = { names: ['chrome87', 'ios14'], targets: { chrome: 87 << 16, ios_saf: 14 << 16 } }

/** The parts of every page: values, elements, words, and the page layout around the text. */
const base = ['tokens', 'elements', 'words', 'layout', 'header', 'footer']

// Without cascade layers (Chromium 99, iOS 15.4) the cascade depends on the order of the parts.
const shared = [
  'text',
  'button',
  'tile-cap',
  'lines',
  'links',
  'card',
  'breadcrumbs',
  'steps',
  'telephone',
  'quick-exit',
]
const open = ['fold', 'law', 'deadline']
const texts = [
  'vignette',
  'shelves',
  'onward-list',
  'filters',
  'lesson-summary',
  'answer',
  'tick-list',
  'definitions',
  'glossary',
  'contents',
  'story',
  'kinds',
  'quiz',
]
const papers = ['guide', 'letter', 'board']
const alone = ['links', 'breadcrumbs', 'button', 'quick-exit', 'sheet-foot']
const forms = ['ask', 'note', 'danger', 'fields', 'error-summary', 'check', 'typed', 'slip']
const home = ['steps-row', 'scene', 'hero', 'doors', 'matters']
const ownCase = ['timeline', 'clock', 'messages', 'case-page', 'evidence']
const desk = [
  'desk-shell',
  'tags',
  'figures',
  'list-filters',
  'case-table',
  'ledger',
  'case-rows',
  'codes',
  'rows',
  'moves',
  'case-side',
  'report',
  'paper',
  'history',
  'evidence',
]

const without = (list: string[], name: string): string[] => list.filter((part) => part !== name)

const parts = {
  /** Pages only for reading: most of the site. */
  reading: [...shared, ...open, ...texts],
  /** Guides, letters and boards: pages that are answered, filled in or put up. */
  papers: [...shared, ...open, ...texts, ...papers],
  /** Sheets that are put up or handed over: cards of lessons, comparisons. */
  sheets: [...alone, 'lesson-card', 'comparison'],
  /** The chart of last days, on paper of another size. */
  chart: [...alone, 'wall-chart'],
  /** Scripts for the loudspeaker and kits for evening talks. */
  talks: [...shared, 'filters', 'tick-list', 'script', 'talk'],
  /** Slides of a talk, one idea a sheet of A4 landscape. */
  slides: [...shared, 'slide'],
  /** Limits, and the form that counts one. */
  limits: [...shared, 'deadline', 'shelves', 'ask', 'note', 'fields'],
  /** Pages with forms, and pages rendered by the public Worker. */
  site: [...shared, ...open, ...forms, ...ownCase, 'stack'],
  /** The home page, with its drawing. */
  home: [...shared, ...open, 'vignette', 'shelves', 'onward-list', 'filters', ...home, ...forms],
  /** The desk has its own layout and its own way back, and its searches are forms. */
  desk: [...without(shared, 'breadcrumbs'), 'filters', 'fold', ...without(forms, 'ask'), ...desk],
}

/** The kind of page a style is for. */
export type StyleOf = keyof typeof parts

const folder = fileURLToPath(new URL('../styles/', import.meta.url))

/** Splits a sheet into its screen rules and its last block, the print rules. */
const cutSheet = (name: string): [screen: string, paper: string] => {
  const text = readFileSync(join(folder, `${name}.css`), 'utf8')
  const [screen = '', paper = ''] = text.split(/^(?=@media print )/m)
  return [screen, paper]
}

/** Names of the sheets of one kind of page, in order. */
export const sheetsOf = (kind: StyleOf): string[] => [
  ...base.map((name) => `base/${name}`),
  ...parts[kind].map((name) => `parts/${name}`),
]

/**
 * Compiles the sheets of one kind of page for `browsers` into one text; the policy allows it by its hash. In
 * the source, print rules are beside their part; in the result they come last, so that they override the
 * screen rules.
 */
export const compileStyle = (kind: StyleOf): string => {
  const sheets = sheetsOf(kind).map(cutSheet)
  const source = [0, 1].flatMap((half) => sheets.map((sheet) => sheet[half])).join('\n')
  const { code } = transform({
    filename: 'style.css',
    code: new TextEncoder().encode(source),
    minify: true,
    targets: browsers.targets,
  })
  return new TextDecoder().decode(code)
}

/** The source expression of a text for `style-src` (Content Security Policy). */
export const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** Every kind of page. */
export const styleKinds = Object.keys(parts) as StyleOf[]

const module = 'virtual:styles'

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>

/**
 * Gives the compiled texts, by kind, to the layouts as one module, so that they are compiled once per build. In `npm run
 * dev` a changed sheet recompiles them. (Not by `addWatchFile`: Astro would treat the sheets as the page's own.)
 */
export const stylePlugin = (): Plugin => ({
  name: 'style',
  resolveId: (source) => (source === module ? `\0${module}` : undefined),
  load(source) {
    if (source !== `\0${module}`) return undefined
    const texts = Object.fromEntries(styleKinds.map((kind) => [kind, compileStyle(kind)]))
    return `export default ${JSON.stringify(texts)}`
  },
  hotUpdate({ file, modules }) {
    if (!file.startsWith(folder)) return undefined
    return [...modules, ...[this.environment.moduleGraph.getModuleById(`\0${module}`) ?? []].flat()]
  },
})
