import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { transform } from 'lightningcss'

/** The oldest browsers the styles must work in: WeChat's Chromium on old Android, and iOS 14. */
export const browsers = { names: ['chrome87', 'ios14'], targets: { chrome: 87 << 16, ios_saf: 14 << 16 } }

const sheets = ['tokens', 'elements', 'frame', 'home', 'reading', 'forms', 'case', 'print']

const folder = new URL('../styles/', import.meta.url)

/** All sheets as one text, compiled for `browsers`. Every page carries the same text, so one hash allows it. */
export const compileStyle = (): string => {
  const source = sheets.map((name) => readFileSync(new URL(`${name}.css`, folder), 'utf8')).join('\n')
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

const id = 'virtual:style'

/** Gives the compiled text to the layout as a module, so that it is read and compiled once a build. */
export const stylePlugin = () => ({
  name: 'style',
  resolveId: (source: string) => (source === id ? `\0${id}` : undefined),
  load: (source: string) =>
    source === `\0${id}` ? `export default ${JSON.stringify(compileStyle())}` : undefined,
})
