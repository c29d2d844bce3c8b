import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readAsked } from '../../../site/build/asked.ts'
import { buildTokens, type SearchSource } from '../../../site/search/build-index.ts'

/** Ways to ask: what the build refuses, and that the index is made of them. */

const read = (text: string, name = 'debt') => {
  const folder = mkdtempSync(join(tmpdir(), 'content-'))
  mkdirSync(join(folder, 'asked'))
  writeFileSync(join(folder, `asked/${name}.yaml`), text)
  return () => readAsked(folder)
}

it('reads the ways to ask of content, each for one page', () => {
  expect(Object.keys(readAsked('content')).length).toBeGreaterThan(1000)
})

it.each([
  [
    'a page of another subject',
    'questions/labour/x:\n  - 老板不给钱怎么办',
    /expected a page of the subject debt/,
  ],
  ['a page that has no ways to ask', 'stories/debt/x:\n  - 借钱不还怎么办', /asked\/debt\.yaml/],
  [
    'a way that leads to two pages',
    'lessons/debt/a:\n  - 借钱不还\nlessons/debt/b:\n  - 借钱不还',
    /two pages/,
  ],
  ['a way that stands twice', 'lessons/debt/a:\n  - 借钱不还\n  - 借钱不还', /stands there twice/],
  ['a way that is too long', `lessons/debt/a:\n  - ${'借'.repeat(71)}`, /asked\/debt\.yaml/],
])('refuses %s', (_, text, fault) => {
  expect(read(text)).toThrow(fault)
})

it('finds a page by the words of a way to ask that its own words do not have', () => {
  const source = (url: string): SearchSource => ({
    ...{ kind: 'question', title: '买的东西有毛病', url, category: 'consumer', text: '能退、换、修。' },
    ...{ tags: [], summary: '' },
  })
  const tokens = buildTokens([source('/a/'), { ...source('/b/'), asked: ['货车的方向机断了'] }])
  expect(tokens['货车']).toEqual([1, expect.any(Number)])
})
