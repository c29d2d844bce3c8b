import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { mainNavigation } from '#domain/routes/site.ts'
import { securityHeaders, strictTransport } from '#http/security-headers.ts'
import { compileStyle, hashOf, styleKinds } from './style.ts'

/** Cuts the page shells for the Workers out of the built site, and writes the headers of the static pages. */

/** Each shell is a page of the build, and becomes a module of the same name. */
const slotsOf = {
  shell: [
    'slot:title',
    ' data-paper="slot:paper"',
    '<!--slot:exit-->',
    ...mainNavigation.map((page) => ` data-current="slot:${page}"`),
    '<!--slot:main-->',
  ],
  'desk-shell': ['slot:title', '<!--slot:nav-->', '<!--slot:who-->', '<!--slot:main-->'],
}

const checkSlots = (name: string, shell: string, slots: string[]): void => {
  for (const slot of slots) {
    const times = shell.split(slot).length - 1
    if (times !== 1)
      throw new Error(`${name}: slot ${slot} occurs ${times} times in the page shell, expected once`)
  }
}

/** Checks a page for what the content security policy forbids and would otherwise fail only in a browser. */
const checkPage = (file: string, html: string, styleHashes: string[]): void => {
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => hashOf(text))
  if (styles.length !== 1 || !styleHashes.includes(styles[0] ?? ''))
    throw new Error(`${file}: must have exactly one inline stylesheet whose hash the policy allows`)
  if (/<[^>]+\sstyle=/.test(html)) throw new Error(`${file}: has a style attribute, which the policy forbids`)
  if (/<script(?![^>]*\ssrc=)/.test(html))
    throw new Error(`${file}: has an inline script, which the policy forbids`)
  if (html.includes('slot:')) throw new Error(`${file}: has an unfilled slot`)
}

/** Files of site/public that browsers and link previews may cache for a day. */
const pictures = [
  '/favicon.svg',
  '/favicon.ico',
  '/apple-touch-icon.png',
  '/icon-192.png',
  '/icon-512.png',
  '/icon-maskable-512.png',
  '/share.png',
]

const headerFile = (styleHashes: string[]): string => {
  const headers = [...Object.entries(securityHeaders(...styleHashes)), strictTransport]
  const lines = headers.map(([name, value]) => `  ${name}: ${value}`)
  const pictureHeaders = pictures.map((file) => `${file}\n  cache-control: public, max-age=86400\n`)
  return `/*\n${lines.join('\n')}\n${pictureHeaders.join('')}`
}

const styleHashOf = (html: string): string => hashOf(/<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '')

/** A page that is not part of the site: the Workers fill it. */
export type ShellName = keyof typeof slotsOf

export const shellNames = Object.keys(slotsOf) as ShellName[]

/**
 * Writes the module of one shell below `functions/generated/`.
 * @param html the page as HTML; throws if a slot is missing
 * @returns the hash of its style
 */
export const writeShell = (name: ShellName, html: string): string => {
  checkSlots(name, html, slotsOf[name])
  const styleHash = styleHashOf(html)
  writeFileSync(
    fileURLToPath(new URL(`../../functions/generated/${name}.ts`, import.meta.url)),
    `// Written by site/build/shell.ts. Do not edit.\nexport const styleHash = ${JSON.stringify(styleHash)}\nexport const shell = ${JSON.stringify(html)}\n`,
  )
  return styleHash
}

/** Removes one shell from `dist`, writes its module and returns the hash of its style. */
const takeShell = (dist: string, name: ShellName): string => {
  const html = readFileSync(`${dist}${name}/index.html`, 'utf8')
  rmSync(`${dist}${name}`, { recursive: true })
  return writeShell(name, html)
}

/** Integration that checks every built page, cuts out the shells and writes `_headers`, after the build. */
export const shell = (): AstroIntegration => ({
  name: 'shell',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const dist = fileURLToPath(dir)
      takeShell(dist, 'desk-shell')
      takeShell(dist, 'shell')
      const styleHashes = styleKinds
        .filter((kind) => kind !== 'desk')
        .map((kind) => hashOf(compileStyle(kind)))
      for (const file of globSync(`${dist}**/*.html`))
        checkPage(file, readFileSync(file, 'utf8'), styleHashes)
      writeFileSync(`${dist}_headers`, headerFile(styleHashes))
    },
  },
})
