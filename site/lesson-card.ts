import { shownSpan } from '#domain/clocks/limit-span.ts'
import type { Limit } from '#domain/content/deadlines.ts'
import { library } from '#generated/library.ts'
import { type Lesson, lessonPath } from './library.ts'

/** What a lesson says on one sheet of paper. All of it is read from the lesson: there is no second text. */

/** URL of the printable card of a lesson. */
export const cardPath = (lesson: Lesson): string => `${lessonPath(lesson)}card/`

/** The limit that runs first in a lesson, if one does. */
export const firstLimit = ({ data }: Lesson): Limit | undefined =>
  library.limits.find(({ id }) => id === data.limits[0])

/** The sentence about time: the lesson's own, or the first limit. */
export const timeOf = (lesson: Lesson): string => {
  const limit = firstLimit(lesson)
  return (
    lesson.data.limitNote ??
    (limit ? `${limit.name}：${shownSpan(limit)}，从${limit.from}算。` : '没有固定的期限，但越早越好办。')
  )
}

/** One of the three steps: what to do, and how. */
interface CardStep {
  what: string
  how: string
}

const sectionOf = (body: string, heading: string): string =>
  body.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''

/** The moral of a lesson, the line set apart below its ending. Throws if it has none, which the gates refuse. */
export const moralOf = ({ id, body = '' }: Lesson): string => {
  const [, moral] = /^> (.+)$/m.exec(sectionOf(body, '后来')) ?? []
  if (!moral) throw new Error(`lesson "${id}": expected a moral (> …) under 后来`)
  return moral
}

/** The three steps of a lesson, each begun by what to do in bold. Throws if they are told otherwise. */
export const stepsOf = ({ id, body = '' }: Lesson): CardStep[] => {
  const found = [...sectionOf(body, '三步走').matchAll(/^\d+\. \*\*([^*]+)\*\* ?(.*)$/gm)]
  if (found.length !== 3) throw new Error(`lesson "${id}": expected three steps (1. **…** …) under 三步走`)
  return found.map(([, what = '', how = '']) => ({ what, how }))
}
