import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

/** Law in the documents of the package is quoted, never typed (docs/law-review.md). */

const { articles } = parse(readFileSync('content/laws/personal-information.yaml', 'utf8')) as {
  articles: Record<string, { number: string; text: string[] }>
}
const textOf = new Map(Object.values(articles).map(({ number, text }) => [number, text]))

/** Quotations of a document: a line with the number of an article, then quoted paragraphs. */
const quotations = (document: string): { number: string; paragraphs: string[] }[] =>
  [...document.matchAll(/^(第[一二三四五六七八九十]+条)：\n\n((?:>.*\n)+)/gm)].map(
    ([, number = '', block = '']) => ({
      number,
      paragraphs: block
        .split('\n')
        .map((line) => line.replace(/^> ?/, ''))
        .filter((line) => line !== ''),
    }),
  )

it.each([
  ['docs/box/impact-assessment.md', ['第五十五条', '第五十六条']],
  ['docs/box/breach-plan.md', ['第五十七条']],
])('%s quotes the articles word for word', (file, numbers) => {
  const found = quotations(readFileSync(file, 'utf8'))
  expect(found.map(({ number }) => number)).toEqual(numbers)
  for (const { number, paragraphs } of found) expect(paragraphs).toEqual(textOf.get(number))
})

it('no other document of the package quotes an article', () => {
  const others = globSync('docs/box/*.md').filter((file) => !/impact|breach/.test(file))
  expect(others.flatMap((file) => quotations(readFileSync(file, 'utf8')))).toEqual([])
})
