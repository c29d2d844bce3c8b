import type { Text } from './text.ts'

/**
 * The sections of a lesson and of a story: their names, their order and their content. Lessons are told in two forms
 * until all have been rewritten; the second has an ending, three steps and a quiz in place of common mistakes.
 */

const firstForm = [
  '事情是这样',
  '争议在哪',
  '法律怎么说',
  '一般会怎么处理',
  '现在就做这几步',
  '别错过的期限',
  '打哪个电话',
  '常见误区',
]
const secondForm = ['事情是这样', '后来', '法律怎么说', '三步走', '别错过的期限', '打哪个电话']

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

/** Is it a lesson in the second form? */
export const isSecondForm = (text: Text): boolean => text.kind === 'lesson' && text.data['quiz'] !== undefined

const lessonHeadings = (text: Text): string[] => (isSecondForm(text) ? secondForm : firstForm)

const headingsFor = (text: Text): string[] =>
  text.kind === 'lesson'
    ? lessonHeadings(text)
    : (storyHeadings[text.data['outcome'] as keyof typeof storyHeadings] ?? storyHeadings.settled)

/** The text below a `##` heading, or an empty string. */
export const sectionOf = (text: Text, heading: string): string =>
  text.sections.find((section) => section.heading === heading)?.body ?? ''

/** Section, what is counted there, the least and the most. */
type Count = [heading: string, pattern: RegExp, least: number, most: number]

const laws: Count = ['法律怎么说', /<Law\s/g, 2, 5]
const hotlines: Count = ['打哪个电话', /<Hotline\s/g, 1, 4]

const countsFor = (text: Text): Count[] => {
  if (text.kind === 'story') return [[headingsFor(text).at(-1) ?? '', /<Law\s/g, 2, 5]]
  if (isSecondForm(text)) return [laws, hotlines, ['三步走', /^\d+\. /gm, 3, 3], ['后来', /^> /gm, 1, 1]]
  return [laws, hotlines, ['现在就做这几步', /^\d+\. /gm, 3, 7], ['常见误区', /^- “/gm, 3, 5]]
}

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
