import { spokenNumber } from '#domain/basics/spoken-number.ts'
import type { Talk } from '#domain/content/talk.ts'
import { pages } from '#domain/routes/site.ts'
import { library } from '#generated/library.ts'
import { scriptMonths } from '#generated/talks.ts'

/** Paths and cuts of the scripts for the loudspeaker and of the kits for evening talks. */

const names = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** The twelve months of the calendar, each with its page. */
export const months = scriptMonths.map((month, at) => ({
  ...month,
  number: at + 1,
  name: `${names[at]}月`,
  path: `${pages.broadcast.path}${at + 1}/`,
}))

/** The week of a script in its month: 第一周. */
export const weekName = (at: number): string => `第${names[at]}周`

/** URL of a kit. */
export const talkPath = (id: string): string => `${pages.talks.path}${id}/`
/** URL of its slides. */
export const slidesPath = (id: string): string => `${talkPath(id)}slides/`

/** A text cut at its numbers, each with how it is said; other pieces have no `said`. */
export const cutAtNumbers = (text: string): { words: string; said?: string }[] =>
  text
    .split(/(\d{3,5})/)
    .filter((words) => words !== '')
    .map((words) => (/^\d/.test(words) ? { words, said: spokenNumber(words) } : { words }))

/** A slide: a small line above, one idea in large letters, or a list. */
export interface Slide {
  over: string
  large?: string
  steps?: string[]
  list?: string[]
}

const people = library.kinds.find(({ id }) => id === 'people')

const asked = (talk: Talk, lesson: string): number[] =>
  talk.outline.filter((step) => step.lesson === lesson).flatMap(({ ask = [] }) => ask)

/** The slides of a talk, without the first and the last: what mediation is, then answer, steps, questions, moral. */
export const slidesOf = (talk: Talk): Slide[] => [
  ...(people && !talk.exit
    ? [{ over: '调解是什么', list: [`${people.cost}。`, `${people.ask}。`, `${people.otherwise}。`] }]
    : []),
  ...talk.lessons.flatMap((lesson) => [
    { over: lesson.title, large: lesson.summary },
    { over: `三步走：${lesson.title}`, steps: lesson.steps.map(({ head }) => head) },
    ...asked(talk, lesson.id).flatMap((number) => {
      const question = lesson.quiz[number - 1]
      return question ? [{ over: '对，还是不对？', large: question.claim }] : []
    }),
    { over: '记一句', large: lesson.moral },
  ]),
]
