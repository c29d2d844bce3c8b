import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { weekday } from '#domain/basics/time.ts'
import type { DeskData } from '#domain/content/desk-data.ts'
import { lawSchema } from '#domain/content/law.ts'
import { watchingArticles } from '#domain/importing/watching.ts'
import { articlePath } from '#domain/routes/laws.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { Duties } from '../../../functions/desk/case/duties.tsx'
import { Checklist } from '../../../functions/desk/checklist/page.tsx'
import { Handbook } from '../../../functions/desk/handbook/page.tsx'
import { deskModule, readDesk } from '../../../site/build/generate-desk.ts'
import { ContentError } from '../../../site/build/read-content.ts'

const files = ['handbook.yaml', 'checklist.yaml', 'duties.yaml', 'mediation-report.yaml'] as const

const titles = Object.fromEntries(
  globSync('content/laws/*.yaml').flatMap((file) => {
    const law = lawSchema.parse(parse(readFileSync(file, 'utf8')))
    const id = file.slice('content/laws/'.length, -'.yaml'.length)
    return Object.entries(law.articles).map(([n, { number }]) => [`${id}-${n}`, `《${law.short}》${number}`])
  }),
)

const desk = readDesk('content', titles)
const items = desk.checklist.kinds.flatMap((kind) => kind.items)

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Reads a copy of the three files with one text replaced. Returns the message of the refusal, or 'accepted'. */
const refusal = (file: (typeof files)[number], from: string | RegExp, to: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  folders.push(folder)
  for (const name of files) cpSync(join('content', name), join(folder, name))
  const text = readFileSync(join(folder, file), 'utf8')
  const changed = text.replace(from, to)
  expect(changed, `${from} is in ${file}`).not.toBe(text)
  writeFileSync(join(folder, file), changed)
  try {
    readDesk(folder, titles)
  } catch (error) {
    expect(error).toBeInstanceOf(ContentError)
    return (error as Error).message
  }
  return 'accepted'
}

/** Every text in a value, at any depth; an address is none. */
const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? URL.canParse(value)
      ? []
      : [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(texts)
      : []

describe('wrong desk data stops the build with a message', () => {
  it.each([
    [
      'handbook.yaml',
      'people-mediation-3,',
      'people-mediation-99,',
      /^handbook\.yaml: basics: article "people-mediation-99": expected an article in content\/laws/,
    ],
    [
      'handbook.yaml',
      'id: four-words',
      'id: six-steps',
      /^handbook\.yaml: sections: id "six-steps" is defined twice/,
    ],
    [
      'handbook.yaml',
      'id: four-words',
      'id: Four Words',
      /^handbook\.yaml: sections\.2\.id: lower-case letters/,
    ],
    [
      'handbook.yaml',
      'title: 听、辩、讲、和',
      'titel: 听、辩、讲、和',
      /^handbook\.yaml: sections\.2\.title: /,
    ],
    ['handbook.yaml', /intro: .*/, 'intro: ""', /^handbook\.yaml: intro: must not be empty/],
    [
      'duties.yaml',
      'article: minors-protection-11',
      'article: minors-protection-12',
      /^duties\.yaml: child-in-danger: article "minors-protection-12": expected an article/,
    ],
    [
      'duties.yaml',
      'id: child-in-danger',
      'id: domestic-violence',
      /^duties\.yaml: duties: id "domestic-violence" is defined twice/,
    ],
    [
      'duties.yaml',
      'article: minors-protection-11',
      'article: 未成年人保护法',
      /^duties\.yaml: duties\.1\.article: an article id, for example/,
    ],
    [
      'checklist.yaml',
      'category: labour',
      'category: wages',
      /^checklist\.yaml: kinds\.4\.items\.0\.category: .*expected one of .*"labour"/,
    ],
    ['checklist.yaml', 'id: wages', 'id: loan', /^checklist\.yaml: kinds: id "loan" is defined twice/],
    ['checklist.yaml', 'id: work\n', 'id: land\n', /^checklist\.yaml: kinds: id "land" is defined twice/],
    [
      'checklist.yaml',
      'category: debt, track: tip',
      'category: debt, track: complaint',
      /^checklist\.yaml: kinds\.5\.items\.0\.track: must be tip/,
    ],
    [
      'mediation-report.yaml',
      '[medical]',
      '[medical, traffic]',
      /^mediation-report\.yaml: kinds: category "traffic" stands under 2 kinds/,
    ],
    [
      'mediation-report.yaml',
      '[family, inheritance, elderly]',
      '[family, elderly]',
      /category "inheritance" stands under 0 kinds/,
    ],
    ['mediation-report.yaml', 'written: 100', 'written: -1', /^mediation-report\.yaml: pay\.written/],
    ['mediation-report.yaml', '  day: 2016-09-10', '  day: 九月', /^mediation-report\.yaml: source\.day/],
    ['checklist.yaml', 'sample: true', 'sample: 示例', /^checklist\.yaml: sample: .*boolean/],
    [
      'checklist.yaml',
      '工钱到期没有发',
      '工'.repeat(31),
      /^checklist\.yaml: kinds\.4\.items\.0\.text: at most 30 characters/,
    ],
    ['checklist.yaml', 'sample: true', 'sample: true\npersons: []', /^checklist\.yaml: .*"persons"/],
  ] as const)('%s: %s → %s', (file, from, to, expected) => {
    expect(refusal(file, from, to)).toMatch(expected)
  })

  it.each([
    '老张家欠钱没有还',
    '某某要去上访',
    '重点人员有异常',
    '缠访闹访苗头',
    '盯住要去县里的人',
    '登记姓名和身份证',
  ])('a checklist line about persons: %s', (text) => {
    expect(refusal('checklist.yaml', '工钱到期没有发', text)).toMatch(
      /^checklist\.yaml: kinds\.4\.items\.0\.text: names a matter, never persons/,
    )
  })
})

describe('the sample checklist (rules.md R60)', () => {
  it('has 8 kinds and 26 items and is marked as a sample', () => {
    expect(desk.checklist.kinds).toHaveLength(8)
    expect(items).toHaveLength(26)
    expect(desk.checklist.sample).toBe(true)
    expect(readFileSync('content/checklist.yaml', 'utf8').split('\n')[0]).toContain('示例')
  })

  it('has unique lines of at most 30 characters', () => {
    for (const { text } of items) expect([...text].length).toBeLessThanOrEqual(30)
    expect(new Set(items.map(({ text }) => text)).size).toBe(26)
  })

  it('names matters, never persons, petitioners or people to watch', () => {
    const persons = /老[^人]家|先生|女士|[他她]|户主|信访|上访|重点|人员|名单|盯|稳控|姓|身份证|电话/
    for (const { text } of items) expect(text).not.toMatch(persons)
  })
})

describe('duties to report', () => {
  it('cite the two articles of rules.md R49 and, for mediators, 人民调解法 25', () => {
    expect(desk.duties.duties.map(({ article }) => desk.articles[article])).toEqual([
      '《反家庭暴力法》第十四条',
      '《未成年人保护法》第十一条',
      '《人民调解法》第二十五条',
    ])
  })

  it('quote the article’s wording on when to report', () => {
    const what = Object.fromEntries(desk.duties.duties.map((duty) => [duty.id, duty.what]))
    expect(what['domestic-violence']).toContain('应当及时向公安机关报案')
    expect(what['child-in-danger']).toContain('应当立即向公安、民政、教育等有关部门报告')
  })
})

describe('the handbook', () => {
  const steps = (id: string) =>
    desk.handbook.sections
      .find((section) => section.id === id)
      ?.steps.map(({ name }) => name)
      .join('')

  it('has the three methods complete and in order', () => {
    expect(steps('eight-words')).toBe('看听问帮报想讲记')
    expect(steps('four-words')).toBe('听辩讲和')
    expect(steps('six-steps')).toBe('听辨劝借让和')
  })

  it('cites all articles on what only a committee may do (人民调解法 8, 28–34)', () => {
    const articles = desk.handbook.sections.find(({ id }) => id === 'committee')?.articles
    for (const number of [8, 28, 29, 30, 31, 32, 33, 34])
      expect(articles).toContain(`people-mediation-${number}`)
  })

  it('has no sentence longer than 75 characters', () => {
    const sentences = texts(desk).flatMap((text) => text.split(/[。？！]/))
    const long = sentences.filter((sentence) => [...sentence].length > 75)
    expect(long).toEqual([])
  })

  it('gives each day its correct weekday', () => {
    const days = texts(desk).flatMap((text) => [...text.matchAll(/(\d+) 月 (\d+) 日（周(.)）/g)])
    expect(days.length).toBeGreaterThan(0)
    for (const [, month = '', date = '', name] of days)
      expect('日一二三四五六'[weekday(`2026-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)]).toBe(name)
  })
})

describe('texts of the three desk files', () => {
  it.each([
    ['address forms or slogans', /群众(?!性)|高度重视|坚决|狠抓|切实|全力以赴|扎实推进|和谐稳定|零上访/],
    ['wording that pressures or watches people', /维稳|稳控|缠访|闹访|重点人|黑名单|刁民|息访|劝返/],
    ['mediators who judge or punish', /调解员(裁决|判决|罚|责令)|调解委员会(裁决|判决|处罚|责令)/],
    ['promises the law does not make', /协议可以?直接强制执行|包赢|一定能|保证(调成|赔)|24%|36%/],
    ['leftover English', /TODO|[a-z]{4,}/],
  ])('contain no %s', (_, forbidden) => {
    const { articles: _articles, ...words } = desk
    const ids = new Set([
      ...Object.keys(desk.articles),
      ...desk.handbook.sections.map(({ id }) => id),
      ...desk.checklist.kinds.map(({ id }) => id),
      ...items.flatMap(({ id, category, track }) => [id, category, track]),
      ...desk.duties.duties.map(({ id }) => id),
      ...categoryIds,
    ])
    for (const text of texts(words)) if (!ids.has(text)) expect(text).not.toMatch(forbidden)
  })
})

describe('the generated desk data', () => {
  it('has a title for exactly the articles it names', () => {
    const named = [
      ...desk.handbook.sections.flatMap(({ articles }) => articles),
      ...desk.duties.duties.map(({ article }) => article),
      ...watchingArticles,
    ]
    expect(Object.keys(desk.articles).sort()).toEqual([...new Set(named)].sort())
  })

  it('is a module of plain data', () => {
    const [, json = ''] = deskModule(desk).split('export const deskData: DeskData = ')
    expect(JSON.parse(json)).toEqual(desk)
  })
})

describe('the handbook, checklist and duties pages', () => {
  const html = (node: unknown): string => String(node)

  it('fold every chapter under its heading, and link to its articles', () => {
    const page = html(Handbook({ data: desk }))
    for (const { id, title, articles } of desk.handbook.sections) {
      expect(page).toContain(
        `<section id="${id}" aria-labelledby="${id}-heading"><details class="fold"><summary>`,
      )
      expect(page).toContain(`<h2 id="${id}-heading">${title}</h2>`)
      for (const article of articles)
        expect(page).toContain(`<a href="${articlePath(article)}">${desk.articles[article]}</a>`)
    }
    expect(page).toContain('<a href="tel:12348">12348</a>')
    expect(page).not.toContain('style=')
  })

  it('show the chapters in which every typed word stands, opened', () => {
    const page = html(Handbook({ data: desk, typed: '司法确认  协议' }))
    const shown = [...page.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id)
    const expected = desk.handbook.sections
      .filter((section) => /司法确认/.test(JSON.stringify(section)) && /协议/.test(JSON.stringify(section)))
      .map(({ id }) => id)
    expect(shown).toEqual(expected)
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.length).toBeLessThan(desk.handbook.sections.length)
    expect(page.match(/<details class="fold" open/g)).toHaveLength(shown.length)
    expect(html(Handbook({ data: desk, typed: '<b>没有' }))).toContain('手册里没有“&lt;b&gt;没有”')
  })

  it('offer every checklist item as a radio button, without scripts', () => {
    const form = html(Checklist({ data: desk, action: '/desk/tip', error: '请选。' }))
    expect(form).toContain('<form class="text" method="post" action="/desk/tip">')
    expect(form.match(/<input type="radio"[^>]* name="item"/g)).toHaveLength(26)
    // The first kind, which error links lead to, is open.
    expect(form.match(/<details open/g)).toHaveLength(1)
    expect(form).toContain('id="item-error"')
    expect(form).toContain('示例')
    const ids = [...form.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('omit the sample mark if the checklist is the county’s own', () => {
    const own: DeskData = { ...desk, checklist: { ...desk.checklist, sample: false } }
    const form = html(Checklist({ data: own, action: '/desk/tip' }))
    expect(form).not.toContain('示例')
  })

  it('show each duty with its article and its text for the record, below the emergency number', () => {
    const panel = html(Duties({ data: desk }))
    for (const { what, article, record } of desk.duties.duties) {
      expect(panel).toContain(what)
      expect(panel).toContain(articlePath(article))
      expect(panel).toContain(record)
    }
    expect(panel.indexOf('tel:110')).toBeLessThan(panel.indexOf(desk.duties.duties[0]?.what ?? ''))
  })
})
