import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { compileStyle, styleKinds } from '../../../site/build/style.ts'

const read = (pattern: string) =>
  globSync(pattern, { exclude: ['tests/unit/repository/files.test.ts'] }).map((file) => ({
    file,
    text: readFileSync(file, 'utf8'),
  }))

describe('migrations', () => {
  it('migrations drop and rebuild no table, which would lose triggers and children (rules.md R23)', () => {
    for (const { file, text } of read('migrations/*.sql')) {
      expect(text, file).not.toMatch(/DROP TABLE|__new_|foreign_keys|ON DELETE CASCADE/i)
    }
  })
})

describe.each(styleKinds)('the style sheet of kind %s', (kind) => {
  const style = compileStyle(kind)

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
  ])('does not use %s, which Chromium 87 or iOS 14 lacks', (feature) => {
    expect(style).not.toContain(feature)
  })

  it('uses only grid gaps, because iOS before 14.5 lacks flex gaps', () => {
    expect(style).not.toMatch(/[;{](row-|column-)?gap:/)
  })

  it('stacks the rows of a table on screens only, so that paper has a table', () => {
    // Paper of A4 is narrower than a small screen.
    for (const [block = ''] of style.matchAll(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\}/g))
      if (block.includes('attr(data-l)')) expect(block.slice(0, 30)).toMatch(/^@media (?:only )?screen/)
  })

  it('does not disable the reader’s own text size', () => {
    expect(style).not.toMatch(/text-size-adjust:none/)
  })
})

/** The file that a specifier names: by its path, or by an `imports` entry of package.json. */
const fileOf = (specifier: string, from: string): string => {
  if (!specifier.startsWith('#')) return join(dirname(from), specifier)
  const [name = '', ...path] = specifier.split('/')
  const names: Record<string, string | { node: string }> = manifest.imports
  const found = names[specifier] ?? names[`${name}/*`]
  const target = (typeof found === 'object' ? found.node : found)?.replace('*', path.join('/'))
  if (!target) throw new Error(`${from} imports ${specifier}, which package.json does not name`)
  return join(target)
}

/** Files that a module loads through static imports, recursively; type imports are left out. */
const loadedBy = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file) || !existsSync(file)) return seen.add(file)
  seen.add(file)
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?!type)[^'"]*?'([.#][^']+)'/gm)
  for (const [, target = ''] of imports) loadedBy(fileOf(target, file), seen)
  return seen
}

describe('commands that run in a fresh clone', () => {
  it.each(['start', 'dev', 'deploy'])('%s loads no generated file', (name) => {
    const loaded = [...loadedBy(`functions/console/${name}.ts`)]
    expect(loaded.length).toBeGreaterThan(name === 'deploy' ? 0 : 1)
    expect(loaded.filter((file) => file.includes('generated'))).toEqual([])
  })

  it('the check finds generated files: the case command loads one', () => {
    expect([...loadedBy('functions/console/case.ts')].join()).toContain('generated')
  })
})

describe('the repository', () => {
  it('contains no secret, machine path or registry host', () => {
    for (const { file, text } of read(
      '{functions,site,content,tests,docs}/**/*.{ts,tsx,astro,md,mdx,yaml,js,css}',
    )) {
      expect(text, file).not.toMatch(/(^|[^.\w])\/(root|home)\/\w|registry\.npmjs|BEGIN PRIVATE KEY/)
    }
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"')
  })

  it('contains no skipped and no exclusive test', () => {
    for (const { file, text } of read('tests/**/*.ts'))
      expect(text.replace(/toMatch\(.*\)/g, ''), file).not.toMatch(
        /\b(it|test|describe)\.(only|skip|todo|fixme)\(/,
      )
  })
})
