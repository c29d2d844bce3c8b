import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { publishedPages } from '#domain/routes/site.ts'
import type { SearchIndex } from '#domain/search/search-index.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { library } from '#generated/library.ts'
import vetted from '../unit/content/vetted-articles.json' with { type: 'json' }

/** Every link inside the built site leads to an existing page and anchor. */

const pages = new Map(
  globSync('dist/**/index.html').map((file) => [
    `/${file.slice('dist/'.length, -'index.html'.length)}`,
    readFileSync(file, 'utf8'),
  ]),
)

const links = (html: string): string[] =>
  [...html.matchAll(/\shref="([^"]*)"/g)].map(([, href]) => href as string)

/** Pages that the Worker answers, which are in the route list. */
const answered: string[] = publishedPages.map(({ path }) => path)

it('no internal link is broken', () => {
  const dead: string[] = []
  for (const [path, html] of pages)
    for (const href of links(html)) {
      if (/^(https?:|tel:|sms:|\/file\/from\/)/.test(href) || answered.includes(href)) continue
      if (/\.[a-z]+$/.test(href) && existsSync(`dist${href}`)) continue
      const [target = '', anchor] = href.startsWith('#') ? [path, href.slice(1)] : href.split('#')
      const page = pages.get(target)
      if (!page || (anchor && !page.includes(`id="${anchor}"`))) dead.push(`${path} → ${href}`)
    }
  expect(dead).toEqual([])
})

it('every page can be reached from the home page', () => {
  const seen = new Set(['/'])
  for (const path of seen)
    for (const href of links(pages.get(path) ?? '')) {
      const [target = ''] = href.split('#')
      if (pages.has(target)) seen.add(target)
    }
  expect([...pages.keys()].filter((path) => !seen.has(path))).toEqual([])
})

it('telephone links have the number that their text shows', () => {
  for (const [path, html] of pages)
    for (const [, number, text] of html.matchAll(/<a href="tel:(\d+)"[^>]*>([\s\S]*?)<\/a>/g))
      expect(text?.replace(/<[^>]+>|-/g, ''), path).toContain(number)
})

it('the sitemap lists exactly the pages of the site, and what is published', () => {
  const named = [...readFileSync('dist/sitemap.xml', 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, address]) => new URL(address ?? '').pathname,
  )
  expect(named.sort()).toEqual([...pages.keys(), ...answered].sort())
})

it('article pages mark excerpts and texts that must be checked again', () => {
  const count = (path: RegExp, words: string) =>
    [...pages].filter(([name]) => path.test(name)).flatMap(([, html]) => html.split(words).slice(1)).length
  const marked = vetted.filter(({ verified }) => verified !== 'A').length
  const partly = vetted.filter(({ excerpt }) => excerpt).length
  expect(count(/^\/laws\/(?!new\/)/, '请到官方网站再核对一遍现行文本')).toBe(marked)
  expect(count(/^\/laws\//, '（节选）')).toBe(partly)
})

describe('from the home page', () => {
  const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  const steps = (path: string): string[] =>
    links(main(pages.get(path) ?? ''))
      .map((href) => href.split('#')[0] ?? '')
      .filter((href) => pages.has(href) || href.startsWith('tel:'))
  it.each(categoryIds.filter((id) => id !== 'other'))(
    'a leaf, a lesson or a number for %s is at most three taps away',
    (category) => {
      const entries = library.situations.filter((one) => one.category === category)
      expect(entries.length).toBeGreaterThan(0)
      for (const { id } of entries) {
        const situation = `/situations/${id}/`
        // The eight most asked stand on the home page, the others on the page of all matters.
        const first = steps('/')
        if (!first.includes(situation)) {
          expect(first, 'all matters, one tap').toContain('/situations/')
          expect(steps('/situations/'), 'two taps').toContain(situation)
        }
        const second = steps(situation)
        expect(
          second.some((path) => path.startsWith('tel:')),
          'a number, at most three taps',
        ).toBe(true)
        expect(
          second.filter((path) => /^\/lessons\/[^/]+\/[^/]+\/$/.test(path)).length,
          'lessons, at most three taps',
        ).toBeGreaterThanOrEqual(2)
        expect(second, 'a guide, at most three taps').toContain(`/guides/${id}/`)
      }
    },
  )
})

it('every page the search can lead to exists', () => {
  const { docs } = JSON.parse(readFileSync('dist/search-index.json', 'utf8')) as SearchIndex
  const nowhere = docs.filter(({ url }) => {
    const [path = '', anchor] = url.split('#')
    const page = pages.get(path)
    return !page || (anchor && !page.includes(`id="${anchor}"`))
  })
  expect(docs.length).toBeGreaterThan(1000)
  expect(nowhere.map(({ url }) => url)).toEqual([])
})
