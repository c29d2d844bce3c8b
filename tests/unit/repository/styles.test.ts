import { describe, expect, it } from 'vitest'
import { type StyleOf, sheetsOf } from '../../../site/build/style.ts'
import { defined, definedIn, homes, lookedUp, said, sheets, worn, wornFrom } from '../../support/classes.ts'

/** One part of a page, one sheet: whoever looks for a class finds it in one file, with its rules for paper. */

const kinds: StyleOf[] = ['reading', 'site', 'desk']

describe('a class', () => {
  it('leads rules in one sheet only', () => {
    const scattered = [...homes].filter(([, places]) => places.size > 1)
    expect(scattered.map(([name, places]) => `${name}: ${[...places].join(', ')}`)).toEqual([])
    expect(homes.size).toBeGreaterThan(100)
  })

  it('that markup wears is in a sheet', () => {
    const homeless = worn.filter(({ name }) => !defined.has(name))
    expect(homeless.map(({ name, file }) => `${file}: ${name}`)).toEqual([])
    expect(worn.length).toBeGreaterThan(500)
  })

  it.each([
    // The public Worker imports the desk's frame, but its bundle leaves it out (tests/http/weights.test.ts).
    ['functions/app.ts', 'site', 'functions/ui/desk-frame.tsx'],
    ['functions/desk-app.ts', 'desk', ''],
  ] as const)('that %s renders is in the styles of the %s', (entry, kind, leftOut) => {
    const here = definedIn(sheetsOf(kind))
    const rendered = wornFrom(entry).filter(({ file }) => file !== leftOut)
    const unstyled = rendered.filter(({ name }) => !here.has(name))
    expect(unstyled.map(({ name, file }) => `${file}: ${name}`)).toEqual([])
    expect(rendered.length).toBeGreaterThan(100)
  })

  it('that a script or a browser test looks for is in a sheet', () => {
    const lost = lookedUp.filter(({ name }) => !defined.has(name))
    expect(lost.map(({ name, file }) => `${file}: ${name}`)).toEqual([])
    expect(lookedUp.length).toBeGreaterThan(10)
  })

  it('that is in a sheet is worn', () => {
    expect([...defined].filter((name) => !said.has(name))).toEqual([])
  })

  it('is named in words, not in letters', () => {
    const cut = new Set(['act', 'btn', 'err', 'inp', 'nav', 'opt', 'sec', 'sum', 'tel'])
    const isWord = (part: string): boolean =>
      /^[a-z]{2,}$/.test(part) && /[aeiouy]/.test(part) && !cut.has(part)
    const cryptic = [...defined].filter((name) => name.length < 3 || !name.split('-').every(isWord))
    expect(cryptic).toEqual([])
  })
})

describe('a sheet', () => {
  it.each(sheets)('$name belongs to a kind of page', ({ name }) => {
    expect(kinds.some((kind) => sheetsOf(kind).includes(name))).toBe(true)
  })

  it.each(sheets)('$name has its rules for paper last, in one block', ({ text }) => {
    const [, ...papers] = text.split('@media print')
    expect(papers.length).toBeLessThanOrEqual(1)
    expect(papers.join('')).not.toMatch(/^\}\s*\S/m)
  })

  it.each(sheets)('$name takes its values from tokens that exist', ({ text }) => {
    const tokens = new Set(sheets.flatMap((sheet) => sheet.text.match(/--[\w-]+(?=:)/g) ?? []))
    expect((text.match(/--[\w-]+(?=\))/g) ?? []).filter((token) => !tokens.has(token))).toEqual([])
  })
})
