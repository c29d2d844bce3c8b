import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { compileStyle } from '../../../site/build/style.ts'

const read = (pattern: string) =>
  globSync(pattern, { exclude: ['tests/unit/repository/files.test.ts'] }).map((file) => ({
    file,
    text: readFileSync(file, 'utf8'),
  }))

describe('migrations', () => {
  it('only add (rules.md R23): a rebuilt table loses triggers and children', () => {
    for (const { file, text } of read('migrations/*.sql')) {
      expect(text, file).not.toMatch(/DROP TABLE|__new_|foreign_keys|ON DELETE CASCADE/i)
    }
  })
})

describe.each(['reading', 'site', 'desk'] as const)('the style sheet of the %s', (of) => {
  const style = compileStyle(of)

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

/** The file an import names: by its path, or by one of the names in package.json. */
const fileOf = (specifier: string, from: string): string => {
  if (!specifier.startsWith('#')) return join(dirname(from), specifier)
  const [name = '', ...path] = specifier.split('/')
  const names: Record<string, string> = manifest.imports
  const target = names[specifier] ?? names[`${name}/*`]?.replace('*', path.join('/'))
  if (!target) throw new Error(`${from} imports ${specifier}, which package.json does not name`)
  return join(target)
}

/** Files a module loads at once: static imports, types left out, and what those load. */
const loads = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file) || !existsSync(file)) return seen.add(file)
  seen.add(file)
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?!type)[^'"]*?'([.#][^']+)'/gm)
  for (const [, target = ''] of imports) loads(fileOf(target, file), seen)
  return seen
}

describe('commands of a fresh clone', () => {
  it.each(['start', 'dev', 'deploy'])('%s loads nothing that only a build makes', (name) => {
    const loaded = [...loads(`functions/console/${name}.ts`)]
    expect(loaded.length).toBeGreaterThan(name === 'deploy' ? 0 : 1)
    expect(loaded.filter((file) => file.includes('generated'))).toEqual([])
  })

  it('would be seen to: the case command does load it', () => {
    expect([...loads('functions/console/case.ts')].join()).toContain('generated')
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
