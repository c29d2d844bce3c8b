import type { BroadcastWeek, Script } from '#domain/content/broadcast.ts'
import type { Hotline } from '#domain/content/county.ts'
import type { LessonParts } from '#domain/content/talk.ts'
import { secondsOf, speakable } from './spoken.ts'

/** Composes a script for the loudspeaker: a fixed frame around the lesson's own sentences. */

/** Seconds of a script: long enough to say what to do, short enough that people stay with it. */
export const span = { least: 60, most: 90 }

const ordinals = ['第一', '第二', '第三']
const greeting = (open: string | undefined): string => `乡亲们好，六尺巷法律小广播。${open ?? ''}`
const ending = '今天就说到这儿。'

const ends = (text: string): string => (/[。！？]”?$/.test(text) ? text : `${text.replace(/；$/, '')}。`)

/** Sentences with their punctuation; a quotation stays whole. */
const spoken = (text: string): string[] =>
  (text.match(/(?:“[^”]*[^。！？”]”|[^“。！？；])+(?:“[^”]*[。！？]”|[。！？；]|$)|“[^”]*”/g) ?? []).map(
    (sentence) => sentence.trim(),
  )
const asked = (title: string): string =>
  /怎么|吗|谁|哪|什么|多少|能|行不行|会怎样|要不要|有没有|给不给|算不算|要紧/.test(title)
    ? `${title}？`
    : `${title}。`

/** The numbers of a text, each once. */
const numbersIn = (text: string): string[] => [...new Set(text.match(/\d{3,}/g) ?? [])]

/** Lines for emergencies, which must stay free of questions. */
const emergency = /^(?:\d{3}|12119|12110)$/

/** The numbers again, for those who had no pen in hand; if none was said, the lesson's first line for questions. */
const again = ({ contacts, first }: LessonParts): string => {
  const said = numbersIn(first)
  const line = contacts.find((id) => !emergency.test(id)) ?? contacts[0]
  return said.length > 0 ? `号码再报一遍：${said.join('，')}。` : `要问的，打${line}，${line}。`
}

const mistake = ({ quiz }: LessonParts): string[] => {
  const wrong = quiz.find(({ right }) => !right)
  return wrong ? [`有人说：“${ends(wrong.claim)}”不对。${wrong.because}`] : []
}

/** The steps: in full, with one sentence each, or by their names. */
const stepsAt = (steps: LessonParts['steps'], detail: number): string =>
  `碰上了，分三步。${steps
    .map(({ head, text }, at) => {
      const words = spoken(text).slice(0, detail).map(ends).join('')
      return `${ordinals[at]}，${ends(head)}${words}`
    })
    .join('')}`

/** Every way to tell a lesson, from a mistake and full steps down to the names of the steps. */
const versions = (week: BroadcastWeek, lesson: LessonParts): string[][] =>
  [9, 2, 1, 0].flatMap((detail) =>
    [mistake(lesson), []].map((wrong) =>
      [
        greeting(week.open),
        `今天说一件事：${asked(lesson.title)}${lesson.summary}`,
        ...wrong,
        stepsAt(lesson.steps, detail),
        `日子要记住：${lesson.limitNote ?? ''}`,
        `先找谁？${ends(lesson.first)}${again(lesson)}`,
        `最后一句：${ends(lesson.moral)}${ending}`,
      ].map(speakable),
    ),
  )

const lengthOf = (paragraphs: string[]): number => secondsOf(paragraphs.join(''))

/** The longest version of a lesson's script that keeps to the time, or the shortest of all if none does. */
export const lessonScript = (week: BroadcastWeek, lesson: LessonParts): Script => {
  const sorted = versions(week, lesson).sort((a, b) => lengthOf(b) - lengthOf(a))
  const paragraphs = sorted.find((one) => lengthOf(one) <= span.most) ?? (sorted.at(-1) as string[])
  return {
    when: week.when,
    title: lesson.title,
    paragraphs,
    seconds: lengthOf(paragraphs),
    lesson: lesson.id,
  }
}

/** A script of general words and numbers, for what must not be told as a case. */
export const numbersScript = (week: BroadcastWeek, hotlines: Hotline[]): Script => {
  const lines = (week.numbers ?? []).flatMap((id) => hotlines.find((one) => one.id === id) ?? [])
  const paragraphs = [
    greeting(week.open),
    (week.words ?? []).join(''),
    lines.map(({ name, number, purpose }) => `${name}，${number}：${purpose}。`).join(''),
    `号码再报一遍：${lines.map(({ number }) => number).join('，')}。${ending}`,
  ].map(speakable)
  return { when: week.when, title: week.title ?? '', paragraphs, seconds: lengthOf(paragraphs) }
}
