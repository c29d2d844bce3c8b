import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { isPending, lawSchema } from '#domain/content/law.ts'
import { checkDeadlines } from '../../../site/build/generate/deadlines.ts'
import { readSources } from '../../../site/build/library.ts'
import { ContentError } from '../../../site/build/read-content.ts'
import { checkReferences } from '../../../site/build/references.ts'
import vetted from './vetted-articles.json' with { type: 'json' }

const laws = globSync('content/laws/*.yaml').map((file) => ({
  id: file.slice('content/laws/'.length, -'.yaml'.length),
  law: lawSchema.parse(parse(readFileSync(file, 'utf8'))),
}))

/** The texts vetted by lawyers; docs/law-review.md says how to replace an article. */
const vettedText = new Map(
  vetted.map(({ law, article, paragraphs }) => [`${law} ${article}`, paragraphs.join('\n')]),
)

/** The first difference of two texts as a message; empty if they are equal. */
const difference = (name: string, text: string, expected: string | undefined): string[] => {
  if (text === expected) return []
  if (expected === undefined) return [`${name} is not among the vetted articles`]
  const at = [...text].findIndex((character, index) => character !== expected[index])
  return [`${name}, character ${at}: “${text.slice(at, at + 8)}” instead of “${expected.slice(at, at + 8)}”`]
}

const differences = (articles: { name: string; text: string[] }[]): string[] =>
  articles.flatMap(({ name, text }) => difference(name, text.join('\n'), vettedText.get(name)))

const quoted = laws.flatMap(({ law }) =>
  Object.values(law.articles).map(({ number, text }) => ({ name: `${law.name} ${number}`, text })),
)

describe('quoted law (rules.md R55)', () => {
  it('equals the vetted text, character by character, for all vetted articles', () => {
    expect(differences(quoted)).toEqual([])
    expect(quoted.map(({ name }) => name).sort()).toEqual([...vettedText.keys()].sort())
  })

  it('is reported if one character of any article differs', () => {
    for (const { name, text } of quoted) {
      const last = text.at(-1) as string
      const changed = [...text.slice(0, -1), `${last.slice(0, -1)}！`]
      expect(differences([{ name, text: changed }]), name).toHaveLength(1)
      expect(differences([{ name, text: [`${text[0]} `, ...text.slice(1)] }]), name).toHaveLength(1)
    }
    expect(differences([{ name: '民法典 第九千条', text: ['没有这一条'] }])).toHaveLength(1)
  })

  it('has the vetted dates and verification mark', () => {
    const facts = (effective: string, mark: string, excerpt: boolean) => `${effective} ${mark} ${excerpt}`
    const known = new Map(
      vetted.map((one) => [
        `${one.law} ${one.article}`,
        facts(one.effective.slice(0, 10), one.verified, one.excerpt),
      ]),
    )
    for (const { law } of laws)
      for (const { number, mark, excerpt } of Object.values(law.articles))
        expect(facts(law.effective, mark, excerpt), `${law.name} ${number}`).toBe(
          known.get(`${law.name} ${number}`),
        )
  })

  it('without the mark of an excerpt has no omission', () => {
    for (const { law } of laws)
      for (const { excerpt, text } of Object.values(law.articles))
        if (!excerpt) expect(text.join('')).not.toContain('……')
  })

  const pagesOf = (id: string): string =>
    globSync(`dist/laws/${id}/**/index.html`)
      .map((file) => readFileSync(file, 'utf8'))
      .join('')

  it('asks the reader to check the current text, once for each article from one source or an old one', () => {
    for (const { id, law } of laws) {
      const marked = Object.values(law.articles).filter(({ mark }) => mark !== 'A')
      expect(pagesOf(id).split('再核对一遍现行文本').length - 1, id).toBe(marked.length)
    }
  })

  it('asks so on every page that quotes such an article or rests on one', () => {
    const marked = laws.flatMap(({ id, law }) =>
      Object.entries(law.articles).flatMap(([number, { mark }]) => (mark === 'A' ? [] : [`${id}-${number}`])),
    )
    const cites = (text: string): boolean => marked.some((id) => new RegExp(`[" \\[]${id}[",\\]]`).test(text))
    const texts = [
      ...globSync('content/{lessons/*,stories}/*.mdx'),
      ...globSync('content/letters/*.yaml'),
    ].filter((file) => cites(readFileSync(file, 'utf8')))
    expect(texts.length).toBeGreaterThan(5)
    for (const file of texts) {
      const page = file.replace(/^content/, 'dist').replace(/\.(mdx|yaml)$/, '/index.html')
      expect(readFileSync(page, 'utf8'), file).toContain('再核对一遍现行文本')
    }
  })

  it('says from when it counts where it was not in force yet, and only there', () => {
    const pending = laws.filter(({ law }) => isPending(law))
    expect(pending.map(({ id }) => id)).toContain('farmland-protection')
    for (const { id, law } of laws)
      expect(pagesOf(id).split('在那以前还不算数').length - 1, id).toBe(
        isPending(law) ? Object.keys(law.articles).length : 0,
      )
  })

  it('is on its page unchanged', () => {
    for (const { id, law } of laws) {
      const html = globSync(`dist/laws/${id}/**/index.html`)
        .map((file) => readFileSync(file, 'utf8'))
        .join('')
      for (const { text } of Object.values(law.articles))
        for (const paragraph of text) expect(html).toContain(`<p>${paragraph.replaceAll('"', '&quot;')}</p>`)
    }
  })
})

describe('the number of faults in the plain sentence', () => {
  const plainFaults = (plain: string): number => {
    const [{ law } = { law: undefined }] = laws
    if (!law) throw new Error('no law')
    const [number, article] = Object.entries(law.articles)[0] ?? []
    const result = lawSchema.safeParse({ ...law, articles: { [number ?? '']: { ...article, plain } } })
    return result.error?.issues.length ?? 0
  }

  it.each([
    ['收到之日起 15 日内起诉。', 0],
    ['一年期 LPR 的四倍。', 0],
    ['按 50% 算。', 0],
    ['收到之日起15日内起诉。', 1],
    ['一年期LPR 的四倍。', 1],
    ['经济困难+九类事项。', 1],
    ['赔偿金＝补偿的二倍。', 1],
    ['收入×伤残系数。', 1],
    ['最多≤10 天。', 1],
    ['**三十日**内。', 1],
  ])('%s is %i', (plain, faults) => {
    expect(plainFaults(plain)).toBe(faults)
  })
})

describe('an unknown article id in a text', () => {
  it('stops the build with file, line and the expected id', () => {
    const known = { Law: new Set<string>(), Hotline: new Set<string>(), Deadline: new Set<string>() }
    expect(() => checkReferences('content', known)).toThrow(ContentError)
    expect(() => checkReferences('content', known)).toThrow(
      /content\/lessons\/\S+\.mdx:\d+: <Law id="[a-z0-9-]+">: expected an article in content\/laws/,
    )
  })
})

describe('a law that is not in force yet', () => {
  it('is nothing a limit, a clock or a claim may count with', () => {
    const { deadlines, articles } = readSources('content')
    expect(() => checkDeadlines(deadlines, articles)).not.toThrow()
    const [first, ...limits] = deadlines.limits
    if (!first) throw new Error('no limit')
    const counting = { ...first, article: 'farmland-protection-59' }
    expect(() => checkDeadlines({ ...deadlines, limits: [counting, ...limits] }, articles)).toThrow(
      /civil-limitation: article "farmland-protection-59" counts only from 2027-01-01/,
    )
  })
})
