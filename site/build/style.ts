import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { transform } from 'lightningcss'

/** The oldest browsers the styles must work in: WeChat's Chromium on old Android, and iOS 14. */
export const browsers = { names: ['chrome87', 'ios14'], targets: { chrome: 87 << 16, ios_saf: 14 << 16 } }

const sheets = ['tokens', 'elements', 'frame', 'home', 'reading', 'forms', 'case', 'print']
/** The desk has its own frame, so public pages do not carry its parts. Print comes last. */
const deskSheets = [...sheets.slice(0, -1), 'desk', 'print']

/** Which pages a style is for. */
export type StyleOf = 'site' | 'desk'

const folder = new URL('../styles/', import.meta.url)

/** All sheets as one text, compiled for `browsers`. Every page carries the same text, so one hash allows it. */
export const compileStyle = (of: StyleOf = 'site'): string => {
  const source = (of === 'desk' ? deskSheets : sheets)
    .map((name) => readFileSync(new URL(`${name}.css`, folder), 'utf8'))
    .join('\n')
  const { code } = transform({
    filename: 'style.css',
    code: new TextEncoder().encode(source),
    minify: true,
    targets: browsers.targets,
  })
  return new TextDecoder().decode(code)
}

/** The source expression of a text for `style-src`. */
export const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

const styles: Record<string, StyleOf> = { 'virtual:style': 'site', 'virtual:desk-style': 'desk' }

/** Gives each compiled text to its layout as a module, so that it is read and compiled once a build. */
export const stylePlugin = () => ({
  name: 'style',
  resolveId: (source: string) => (styles[source] ? `\0${source}` : undefined),
  load: (source: string) => {
    const of = styles[source.slice(1)]
    return source.startsWith('\0') && of ? `export default ${JSON.stringify(compileStyle(of))}` : undefined
  },
})
