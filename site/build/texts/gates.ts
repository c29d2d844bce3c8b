import { spanOf } from '#domain/clocks/limit-span.ts'
import type { Limit } from '#domain/content/county.ts'
import { durationsIn } from './durations.ts'
import { forbidden } from './forbidden.ts'
import { ownWords, prose, sentences, type Text } from './text.ts'

/** What no lesson or story may break: each gate gives its faults as sentences for the person who writes. */

/** Article id → what it is called and what it says. */
export type Articles = Record<string, { title: string; text: string[] }>

const lessonHeadings = [
  '事情是这样',
  '争议在哪',
  '法律怎么说',
  '一般会怎么处理',
  '现在就做这几步',
  '别错过的期限',
  '打哪个电话',
  '常见误区',
]
const storyHeadings = {
  settled: [
    '怎么吵起来的',
    '卡在哪里',
    '调解员怎么做',
    '各让了什么',
    '协议写了什么',
    '后来',
    '这次调解做对了什么',
  ],
  failed: [
    '怎么吵起来的',
    '卡在哪里',
    '调解员怎么做',
    '没有谈成',
    '还有哪条路',
    '后来',
    '这次调解做对了什么',
  ],
  /** Where somebody had to be protected, nobody was brought to a table. */
  protected: ['出了什么事', '卡在哪里', '调解员怎么做', '为什么不调', '还有哪条路', '后来', '做对了什么'],
}

const headingsFor = (text: Text): string[] =>
  text.kind === 'lesson'
    ? lessonHeadings
    : (storyHeadings[text.data['outcome'] as keyof typeof storyHeadings] ?? storyHeadings.settled)

const sectionOf = (text: Text, heading: string): string =>
  text.sections.find((section) => section.heading === heading)?.body ?? ''

const count = (body: string, pattern: RegExp): number => [...body.matchAll(pattern)].length

/** Every section, in its order, with what belongs in it. */
const missingSections = (text: Text): string[] => {
  const wanted = headingsFor(text)
  const found = text.sections.map(({ heading }) => heading)
  if (wanted.join() !== found.join())
    return [`expected the sections ${wanted.join(' · ')}, found ${found.join(' · ')}`]
  const empty = text.sections
    .filter(({ body }) => body.trim() === '')
    .map(({ heading }) => `${heading} is empty`)
  const needs: [string, RegExp, number, number][] =
    text.kind === 'lesson'
      ? [
          ['法律怎么说', /<Law\s/g, 2, 5],
          ['现在就做这几步', /^\d+\. /gm, 3, 7],
          ['打哪个电话', /<Hotline\s/g, 1, 4],
          ['常见误区', /^- “/gm, 3, 5],
        ]
      : [[wanted.at(-1) ?? '', /<Law\s/g, 2, 5]]
  const counted = needs.flatMap(([heading, pattern, least, most]) => {
    const n = count(sectionOf(text, heading), pattern)
    return n < least || n > most
      ? [`${heading}: expected ${least} to ${most} of ${pattern.source}, found ${n}`]
      : []
  })
  return [...empty, ...counted]
}

interface TitleReader {
  /** 民法典第一百八十八条 → id. */
  byTitle: Map<string, string>
  /** A statute's name and the articles named after it. */
  pattern: RegExp
}

const readers = new WeakMap<Articles, TitleReader>()

/** Made once for all texts: the pattern holds the name of every statute. */
const titleReader = (articles: Articles): TitleReader => {
  const made = readers.get(articles)
  if (made) return made
  const byTitle = new Map(
    Object.entries(articles).map(([id, { title }]) => [title.replace(/[《》]/g, ''), id]),
  )
  const names = [
    ...new Set(
      [...byTitle.keys()].map((title) => title.replace(/第[零一二三四五六七八九十百千]+[条项].*$/, '')),
    ),
  ]
  names.sort((a, b) => b.length - a.length)
  const pattern = new RegExp(
    `(${names.map((name) => name.replace(/[()]/g, '\\$&')).join('|')})》?((?:第[零一二三四五六七八九十百千]+(?:条(?:之[一二三四五六七八九])?|项)[、和]?)+)`,
    'g',
  )
  const reader = { byTitle, pattern }
  readers.set(articles, reader)
  return reader
}

/** 民法典第一百八十八条 or 《民法典》第一百八十八条 in running text → ids; an article nobody has is a fault. */
const namedArticles = (words: string, articles: Articles): { ids: string[]; faults: string[] } => {
  const { byTitle, pattern } = titleReader(articles)
  const ids: string[] = []
  const faults: string[] = []
  for (const { 1: law = '', 2: list = '' } of words.matchAll(pattern))
    for (const [number] of list.matchAll(
      /第[零一二三四五六七八九十百千]+(?:条(?:之[一二三四五六七八九])?|项)/g,
    )) {
      const id = byTitle.get(`${law}${number}`)
      if (id) ids.push(id)
      else faults.push(`${law}${number} is named, but not in content/laws`)
    }
  return { ids, faults }
}

const strict: Record<Text['kind'], string[]> = {
  lesson: ['法律怎么说', '一般会怎么处理', '现在就做这几步', '别错过的期限', '打哪个电话', '常见误区'],
  story: ['还有哪条路', '这次调解做对了什么', '做对了什么'],
}

/** Periods that articles and limits give, for words that rest on them. */
export const knownPeriods = (cited: string[], shown: Limit[], articles: Articles): Set<string> => {
  const ids = [...cited, ...shown.flatMap(({ article }) => article ?? [])]
  const sources = [...ids.flatMap((id) => articles[id]?.text ?? []), ...shown.map(spanOf)]
  return new Set(durationsIn(sources.join('。')).map(({ period }) => period))
}

/** Every period stated as a rule stands in an article the text cites or in a limit it shows. */
const unsupportedPeriods = (text: Text, articles: Articles, limits: Limit[]): string[] => {
  const { ids, faults } = namedArticles(prose(text.body), articles)
  const shown = limits.filter(({ id }) => text.limits.includes(id))
  const known = knownPeriods([...text.laws, ...ids], shown, articles)
  const notice =
    text.kind === 'lesson' ? `${text.data['limitNote'] ?? ''}。${text.data['summary'] ?? ''}` : ''
  const claimed = [
    ...strict[text.kind].map((heading) => ({ place: heading, words: ownWords(sectionOf(text, heading)) })),
    { place: 'limitNote, summary', words: notice },
  ]
  return [
    ...faults,
    ...claimed.flatMap(({ place, words }) =>
      durationsIn(words)
        .filter(({ period }) => !known.has(period))
        .map(
          ({ words: said }) => `${place}: “${said}” stands in no article cited here and in no limit shown`,
        ),
    ),
  ]
}

/** Sentences that say what facts 0.5 warns of, with the reason. */
export const forbiddenIn = (words: string, sensitiveText = false): string[] =>
  sentences(words).flatMap((sentence) =>
    forbidden
      .filter(({ pattern, unless, sensitive }) => {
        if (sensitive && !sensitiveText) return false
        return pattern.test(sentence) && !unless?.test(sentence)
      })
      .map(({ why }) => `“${sentence}”: ${why}`),
  )

/** What a text says in its own voice, front matter included, that it must not. */
const forbiddenPhrases = (text: Text): string[] => {
  const front = ['title', 'summary', 'limitNote', 'first']
    .map((field) => text.data[field])
    .filter((value) => typeof value === 'string')
  return forbiddenIn(ownWords([...front, text.body].join('\n')), text.data['sensitive'] === true)
}

/** All faults of one text, each with the file's name. */
export const faultsOf = (text: Text, articles: Articles, limits: Limit[]): string[] =>
  [...missingSections(text), ...unsupportedPeriods(text, articles, limits), ...forbiddenPhrases(text)].map(
    (fault) => `${text.file}: ${fault}`,
  )
