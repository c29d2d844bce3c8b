import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileStyle } from '../../site/build/style.ts'

const read = (pattern: string) =>
  globSync(pattern, { exclude: ['tests/unit/files.test.ts'] }).map((file) => ({
    file,
    text: readFileSync(file, 'utf8'),
  }))

describe('migrations', () => {
  it('only add (PLATFORM.md): a rebuilt table loses triggers and children', () => {
    for (const { file, text } of read('migrations/*.sql')) {
      expect(text, file).not.toMatch(/DROP TABLE|__new_|foreign_keys|ON DELETE CASCADE/i)
    }
  })
})

describe('the style sheet', () => {
  const style = compileStyle()

  it.each([
    ':has(',
    ':is(',
    ':where(',
    '@layer',
    '@container',
    'aspect-ratio',
    'oklch',
    'color-mix',
    'inset:',
    'dvh',
    ':focus-visible{',
  ])('does without %s, which Chromium 87 or iOS 14 lacks', (feature) => {
    expect(style).not.toContain(feature)
  })

  it('uses gaps in grids only: iOS before 14.5 has none in flex', () => {
    expect(style).not.toMatch(/[;{](row-|column-)?gap:/)
  })

  it('never stops the reader’s own text size', () => {
    expect(style).not.toMatch(/text-size-adjust:none/)
  })
})

describe('the repository', () => {
  it('names no secret, machine path or registry host', () => {
    for (const { file, text } of read(
      '{functions,site,content,tests,docs}/**/*.{ts,tsx,astro,md,mdx,yaml,js,css}',
    )) {
      expect(text, file).not.toMatch(/(^|[^.\w])\/(root|home)\/\w|registry\.npmjs|BEGIN PRIVATE KEY/)
    }
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"')
  })

  it('leaves no test skipped or alone', () => {
    for (const { file, text } of read('tests/**/*.ts'))
      expect(text.replace(/toMatch\(.*\)/g, ''), file).not.toMatch(
        /\b(it|test|describe)\.(only|skip|todo|fixme)\(/,
      )
  })
})
