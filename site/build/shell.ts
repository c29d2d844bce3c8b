import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { mainNavigation } from '../../functions/domain/routes.ts'
import { securityHeaders } from '../../functions/domain/security-headers.ts'
import { hashOf } from './style.ts'

/** Cuts the page frame out of the built site for the Worker, and writes the headers of the static pages. */

const slots = [
  'slot:title',
  '<!--slot:main-->',
  ...mainNavigation.map((page) => ` data-current="slot:${page}"`),
]

const checkSlots = (shell: string): void => {
  for (const slot of slots) {
    const times = shell.split(slot).length - 1
    if (times !== 1) throw new Error(`shell: slot ${slot} stands ${times} times in the page frame, not once`)
  }
}

/** What a strict policy forbids, and what would be seen only in a browser. */
const checkPage = (file: string, html: string, styleHash: string): void => {
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => hashOf(text))
  if (styles.length !== 1 || styles[0] !== styleHash)
    throw new Error(`${file}: needs exactly the one stylesheet`)
  if (/<[^>]+\sstyle=/.test(html)) throw new Error(`${file}: a style attribute; the policy forbids it`)
  if (/<script(?![^>]*\ssrc=)/.test(html)) throw new Error(`${file}: an inline script; the policy forbids it`)
  if (html.includes('slot:')) throw new Error(`${file}: an unfilled slot`)
}

const headerFile = (styleHash: string): string => {
  const lines = Object.entries(securityHeaders(styleHash)).map(([name, value]) => `  ${name}: ${value}`)
  return `/*\n${lines.join('\n')}\n/favicon.svg\n  cache-control: public, max-age=86400\n`
}

export const shell = (): AstroIntegration => ({
  name: 'shell',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const dist = fileURLToPath(dir)
      const frame = readFileSync(`${dist}shell/index.html`, 'utf8')
      rmSync(`${dist}shell`, { recursive: true })
      checkSlots(frame)
      const styleHash = hashOf(/<style>([\s\S]*?)<\/style>/.exec(frame)?.[1] ?? '')
      for (const file of globSync(`${dist}**/*.html`)) checkPage(file, readFileSync(file, 'utf8'), styleHash)
      writeFileSync(`${dist}_headers`, headerFile(styleHash))
      const generated = fileURLToPath(new URL('../../functions/generated/shell.ts', import.meta.url))
      const head = '// Written by site/build/shell.ts. Do not edit.\n'
      writeFileSync(
        generated,
        `${head}export const styleHash = ${JSON.stringify(styleHash)}\nexport const shell = ${JSON.stringify(frame)}\n`,
      )
    },
  },
})
