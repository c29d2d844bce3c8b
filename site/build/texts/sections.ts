import type { Text } from './text.ts'

/** The sections of a lesson and of a story: their names, their order and their content. */

const lessonHeadings = ['事情是这样', '后来', '法律怎么说', '三步走', '别错过的期限', '打哪个电话']

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
  /** If somebody had to be protected, no mediation took place. */
  protected: ['出了什么事', '卡在哪里', '调解员怎么做', '为什么不调', '还有哪条路', '后来', '做对了什么'],
}

const headingsFor = (text: Text): string[] =>
  text.kind === 'lesson'
    ? lessonHeadings
    : (storyHeadings[text.data['outcome'] as keyof typeof storyHeadings] ?? storyHeadings.settled)

/** The text below a `##` heading, or an empty string. */
export const sectionOf = (text: Text, heading: string): string =>
  text.sections.find((section) => section.heading === heading)?.body ?? ''

/** Section, what is counted there, the least and the most. */
type Count = [heading: string, pattern: RegExp, least: number, most: number]

const countsFor = (text: Text): Count[] =>
  text.kind === 'story'
    ? [[headingsFor(text).at(-1) ?? '', /<Law\s/g, 2, 5]]
    : [
        ['法律怎么说', /<Law\s/g, 2, 5],
        ['打哪个电话', /<Hotline\s/g, 1, 4],
        ['三步走', /^\d+\. /gm, 3, 3],
        ['后来', /^> /gm, 1, 1],
      ]

const count = (body: string, pattern: RegExp): number => [...body.matchAll(pattern)].length

/** Checks that every section is there, in order and with content. */
export const missingSections = (text: Text): string[] => {
  const wanted = headingsFor(text)
  const found = text.sections.map(({ heading }) => heading)
  if (wanted.join() !== found.join())
    return [`expected the sections ${wanted.join(' · ')}, found ${found.join(' · ')}`]
  const empty = text.sections
    .filter(({ body }) => body.trim() === '')
    .map(({ heading }) => `${heading} is empty`)
  const counted = countsFor(text).flatMap(([heading, pattern, least, most]) => {
    const n = count(sectionOf(text, heading), pattern)
    return n < least || n > most
      ? [`${heading}: expected ${least} to ${most} of ${pattern.source}, found ${n}`]
      : []
  })
  return [...empty, ...counted]
}
