import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ViteUserConfig } from 'astro'
import { transform } from 'lightningcss'

/** The oldest browsers the styles must work in: WeChat's Chromium on old Android, and iOS 14. */
export const browsers = { names: ['chrome87', 'ios14'], targets: { chrome: 87 << 16, ios_saf: 14 << 16 } }

/** What every page has; print comes last. */
const base = ['tokens', 'elements', 'frame', 'controls', 'reading']
const sheets = {
  /** Pages one only reads: most of the site. */
  reading: [...base, 'library', 'print'],
  /** Pages with forms, the home page, and what the Worker renders. */
  site: [...base, 'home', 'forms', 'case', 'print'],
  /** The desk has its own frame. */
  desk: [...base, 'home', 'forms', 'case', 'desk', 'print'],
}

/** Which pages a style is for. */
export type StyleOf = keyof typeof sheets

const folder = fileURLToPath(new URL('../styles/', import.meta.url))

/** The sheets of one kind of page as one text, compiled for `browsers`; a hash allows it. */
export const compileStyle = (of: StyleOf): string => {
  const source = sheets[of].map((name) => readFileSync(join(folder, `${name}.css`), 'utf8')).join('\n')
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

const styles: Record<string, StyleOf> = {
  'virtual:style': 'site',
  'virtual:reading-style': 'reading',
  'virtual:desk-style': 'desk',
}

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>

/**
 * Gives each compiled text to its layout as a module, so that it is read and compiled once a build. In `npm run dev` a
 * changed sheet makes all of them new. (Not by `addWatchFile`: Astro would take the sheets for the page's own.)
 */
export const stylePlugin = (): Plugin => ({
  name: 'style',
  resolveId: (source) => (styles[source] ? `\0${source}` : undefined),
  load(source) {
    const of = styles[source.slice(1)]
    return source.startsWith('\0') && of ? `export default ${JSON.stringify(compileStyle(of))}` : undefined
  },
  hotUpdate({ file, modules }) {
    if (!file.startsWith(folder)) return undefined
    const { moduleGraph } = this.environment
    return [
      ...modules,
      ...Object.keys(styles).flatMap((name) => moduleGraph.getModuleById(`\0${name}`) ?? []),
    ]
  },
})
