import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sheetsOf, styleKinds } from '../../../site/build/style.ts'
import { defined, definedIn, homes, lookedUp, said, sheets, worn, wornFrom } from '../../support/classes.ts'

/** One sheet per part of a page: all rules of a class, print rules included, are in one file. */

// A line may break on both sides of an inline block, whatever character comes next.
it('a phrase that goes to the next line as one piece takes its punctuation with it', () => {
  const files = globSync(['functions/**/*.tsx', 'site/**/*.astro']).filter(
    (file) => !file.includes('generated'),
  )
  const phrases = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<(\w+)[^>]*"no-break"[^>]*>[^<]*<\/\1\s*>(.)/g)].map(
      ([, , next = '']) => ({ file, next }),
    ),
  )
  expect(phrases.filter(({ next }) => /[，。；：、！？）》]/.test(next))).toEqual([])
  expect(phrases.length).toBeGreaterThan(5)
})

describe('a CSS class', () => {
  it('is defined in one sheet only', () => {
    const scattered = [...homes].filter(([, places]) => places.size > 1)
    expect(scattered.map(([name, places]) => `${name}: ${[...places].join(', ')}`)).toEqual([])
    expect(homes.size).toBeGreaterThan(100)
  })

  it('that markup uses is defined in a sheet', () => {
    const homeless = worn.filter(({ name }) => !defined.has(name))
    expect(homeless.map(({ name, file }) => `${file}: ${name}`)).toEqual([])
    expect(worn.length).toBeGreaterThan(500)
  })

  it.each([
    // The public Worker imports the desk's layout, but its bundle omits it (tests/http/weights.test.ts).
    ['functions/app.ts', 'site', 'functions/ui/desk-navigation.tsx'],
    ['functions/desk-app.ts', 'desk', ''],
  ] as const)('that %s renders is defined in the styles of the %s', (entry, kind, leftOut) => {
    const sheets = sheetsOf(kind)
    const inAny = definedIn(sheets)
    // A class with a sheet of its own needs that sheet, not only a rule for it inside another part.
    const here = {
      has: (name: string) =>
        homes.has(name)
          ? [...(homes.get(name) ?? [])].some((home) => sheets.includes(home))
          : inAny.has(name),
    }
    const rendered = wornFrom(entry).filter(({ file }) => file !== leftOut)
    const unstyled = rendered.filter(({ name }) => !here.has(name))
    expect(unstyled.map(({ name, file }) => `${file}: ${name}`)).toEqual([])
    expect(rendered.length).toBeGreaterThan(100)
  })

  it('that a script or a browser test looks for is defined in a sheet', () => {
    const lost = lookedUp.filter(({ name }) => !defined.has(name))
    expect(lost.map(({ name, file }) => `${file}: ${name}`)).toEqual([])
    expect(lookedUp.length).toBeGreaterThan(10)
  })

  it('that a sheet defines is used', () => {
    expect([...defined].filter((name) => !said.has(name))).toEqual([])
  })

  it('has a name of whole words', () => {
    const cut = new Set(['act', 'btn', 'err', 'inp', 'nav', 'opt', 'sec', 'sum', 'tel'])
    const isWord = (part: string): boolean =>
      /^[a-z]{2,}$/.test(part) && /[aeiouy]/.test(part) && !cut.has(part)
    const cryptic = [...defined].filter((name) => name.length < 3 || !name.split('-').every(isWord))
    expect(cryptic).toEqual([])
  })
})

describe('a style sheet', () => {
  it.each(sheets)('$name belongs to a kind of page', ({ name }) => {
    expect(styleKinds.some((kind) => sheetsOf(kind).includes(name))).toBe(true)
  })

  it.each(sheets)('$name has its print rules last, in one block', ({ text }) => {
    const [, ...printBlocks] = text.split('@media print')
    expect(printBlocks.length).toBeLessThanOrEqual(1)
    expect(printBlocks.join('')).not.toMatch(/^\}\s*\S/m)
  })

  it.each(sheets)('$name uses only tokens that exist', ({ text }) => {
    const tokens = new Set(sheets.flatMap((sheet) => sheet.text.match(/--[\w-]+(?=:)/g) ?? []))
    expect((text.match(/--[\w-]+(?=\))/g) ?? []).filter((token) => !tokens.has(token))).toEqual([])
  })
})
