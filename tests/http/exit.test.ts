import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { stepsOf } from '#domain/content/guide.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'
import { addressTells } from '../../site/build/texts/telling.ts'
import { readTexts } from '../../site/build/texts/text.ts'
import { visit } from '../support/http.ts'

/** Every page about violence or bullying: help and a way to leave, a title and an address that tell nothing (rules.md R63). */

const built = new Map(
  globSync('dist/**/index.html').map((file) => [
    `/${file.slice('dist/'.length, -'index.html'.length)}`,
    readFileSync(file, 'utf8'),
  ]),
)

const texts = readTexts('content')
const marked = (file: string): boolean => texts.find((text) => text.file === file)?.data['exit'] === true
const situations = library.situations.filter(({ exit }) => exit)
const guides = library.guides.filter(({ exit }) => exit)
const dataFiles = (folder: string) =>
  globSync(`content/${folder}/*.yaml`).filter((file) => parse(readFileSync(file, 'utf8')).exit)

/** Pages of marked content, by their kind. */
const expected: Record<string, string[]> = {
  situations: situations.map(({ id }) => `/situations/${id}/`),
  guides: guides.flatMap((guide) =>
    stepsOf(guide).map(({ path }) => `/guides/${[guide.id, ...path].join('/')}/`),
  ),
  'ends of other guides': library.guides.flatMap((guide) =>
    stepsOf(guide)
      .filter(({ leaf }) => leaf?.exit || leaf?.lessons.some((id) => marked(`content/lessons/${id}.mdx`)))
      .map(({ path }) => `/guides/${[guide.id, ...path].join('/')}/`),
  ),
  'lessons and stories': texts
    .filter(({ file }) => marked(file))
    .map(({ file }) => file.replace(/^content(.*)\.mdx$/, '$1/')),
  cards: texts
    .filter(({ file, kind }) => kind === 'lesson' && marked(file))
    .map(({ file }) => file.replace(/^content(.*)\.mdx$/, '$1/card/')),
  comparisons: dataFiles('comparisons').map((file) =>
    file.replace(/^content\/comparisons(.*)\.yaml$/, '/compare$1/'),
  ),
  talks: dataFiles('talks').flatMap((file) => {
    const path = file.replace(/^content(.*)\.yaml$/, '$1/')
    return [path, `${path}slides/`]
  }),
  questions: library.questions.flatMap(({ category, questions }) =>
    questions.filter(({ exit }) => exit).map(({ id }) => `/questions/${category}/${id}/`),
  ),
  letters: dataFiles('letters').map((file) => file.replace(/^content(.*)\.yaml$/, '$1/')),
  laws: dataFiles('laws').map((file) => file.replace(/^content(.*)\.yaml$/, '$1/')),
}
const all = [...new Set(Object.values(expected).flat())]

const titleOf = (html: string) => /<title>([^<]*)</.exec(html)?.[1]
const barOf = (html: string) => /<aside class="quick-exit"([^>]*)>(.*?)<\/aside>/s.exec(html)
const hasBar = (html: string) => barOf(html) !== null && !barOf(html)?.[1]?.includes('hidden')

const expectExit = (html: string, path: string) => {
  expect(hasBar(html), path).toBe(true)
  for (const target of ['tel:110', 'sms:12110', 'tel:12338'])
    expect(barOf(html)?.[2], path).toContain(`href="${target}"`)
  // First in the page, before header and text.
  expect(html.indexOf('class="quick-exit"'), path).toBeLessThan(html.indexOf('<header'))
  expect(html, path).toMatch(/浏览记录还在/)
}

describe('a page about violence or bullying', () => {
  it.each(Object.entries(expected))('of %s has a way to leave and a neutral title', (_, paths) => {
    expect(paths.length).toBeGreaterThan(0)
    for (const path of paths) {
      const html = built.get(path) ?? ''
      expectExit(html, path)
      expect(titleOf(html), path).toBe('便民信息')
      for (const [, words = ''] of html.matchAll(
        /<meta (?:name|property)="(?:og:title|og:description|description)" content="([^"]*)"/g,
      ))
        expect(['便民信息', county.site.tagline], path).toContain(words)
    }
  })

  it('is known by its first heading, marked or not', () => {
    const harm = /挨打|打骂|家里人动手|动手打|欺负|欺凌|(?<!网络)侵害|猥亵|纠缠|保护令|逼婚/
    const about = [...built].filter(([, html]) =>
      harm.test(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? ''),
    )
    expect(about.length).toBeGreaterThan(12)
    expect(about.filter(([, html]) => !hasBar(html)).map(([path]) => path)).toEqual([])
  })

  it('has an address that tells nothing; the text of a law keeps the name of the law', () => {
    const own = all.filter(
      (path) => !expected['laws']?.includes(path) && !expected['ends of other guides']?.includes(path),
    )
    expect(own.filter(addressTells)).toEqual([])
  })

  it('leads straight outside, whether or not the Worker answers, and tells it', () => {
    for (const path of all)
      expect(built.get(path), path).toContain(
        `href="${county.site.leaveTo}" ping="${actions.leave}" data-leave="${county.site.leaveTo}"`,
      )
  })

  it('leaves all other pages as they are', () => {
    const others = [...built].filter(([path, html]) => !all.includes(path) && hasBar(html))
    expect(others.map(([path]) => path)).toEqual([])
  })
})

describe('the marks', () => {
  it('are on all lessons, stories and the guide of a marked situation', () => {
    expect(situations.map(({ id }) => id).sort()).toEqual(guides.map(({ situation }) => situation).sort())
    const listed = situations.flatMap(({ lessons, stories }) => [
      ...lessons.map((id) => `content/lessons/${id}.mdx`),
      ...stories.map((id) => `content/stories/${id}.mdx`),
    ])
    expect(
      texts
        .filter(({ file }) => marked(file))
        .map(({ file }) => file)
        .sort(),
    ).toEqual(listed.sort())
  })
})

describe('the end of a guide that says to ring the police first', () => {
  it('because of blows or threats is marked', () => {
    const harm = /打人|挨打|被打|威胁|抢走/
    const unmarked = library.guides
      .filter(({ exit }) => !exit)
      .flatMap((guide) =>
        stepsOf(guide)
          .filter(
            ({ leaf }) => leaf?.contacts[0] === '110' && harm.test(leaf.title + leaf.stand) && !leaf.exit,
          )
          .map(({ path }) => `${guide.id}/${path.join('/')}`),
      )
    expect(unmarked).toEqual([])
  })
})

describe('an old address', () => {
  it.each([
    ['/situations/domestic-violence/', '/situations/home-life/'],
    ['/guides/domestic-violence/safe/me/words/', '/guides/home-life/'],
    ['/guides/bullying/', '/guides/school-life/'],
    ['/lessons/safety/child-harmed/', '/lessons/safety/growing-up/'],
    ['/letters/protection-order/', '/letters/court-request/'],
  ])('%s leads to %s', async (from, to) => {
    const answer = await visit().get(from)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, to])
    expect(built.has(to)).toBe(true)
  })
})

describe('a search', () => {
  const search = (typed: string) => visit().get(`/search?q=${encodeURIComponent(typed)}`)

  it.each(['老公打我', '前男友天天堵我家门', '孩子在学校老是让人欺负', '人身安全保护令', '有人摸我女儿'])(
    'for %s has a way to leave and a neutral title',
    async (typed) => {
      const { text } = await search(typed)
      expectExit(text, typed)
      expect(titleOf(text)).toBe('便民信息')
    },
  )

  it.each(['屋檐滴水', '老板欠工钱', '被骗了八万', '隔壁着火了', '狗咬了我'])(
    'for %s looks as always',
    async (typed) => {
      const { text } = await search(typed)
      expect(hasBar(text)).toBe(false)
      expect(titleOf(text)).toContain(typed)
    },
  )
})

it('the form shows it where the person says that they are in danger', async () => {
  const prerendered = built.get(pages.file.path) ?? ''
  expect(barOf(prerendered)?.[1]).toContain('hidden')
  const { text } = await visit().get('/file/from/school-life/c.c.b')
  expectExit(text, 'from a guide about bullying')
})
