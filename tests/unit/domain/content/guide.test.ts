import { describe, expect, it } from 'vitest'
import { questionsAfter } from '#domain/content/guide.ts'
import type { GuideQuestion } from '#domain/content/guide-question.ts'

const ask = (...nexts: (GuideQuestion | undefined)[]): GuideQuestion => ({
  ask: '？',
  why: '。',
  options: nexts.map((next, at) => ({ id: `o${at}`, say: '是', ...(next ? { next } : { leaf: 'end' }) })),
})
const end = ask(undefined, undefined)

describe('the number of questions after a question', () => {
  it.each([
    ['every answer ends', end, { least: 0, most: 0 }],
    ['one answer asks on', ask(undefined, end), { least: 0, most: 1 }],
    ['every answer asks on', ask(end, end), { least: 1, most: 1 }],
    ['one way is longer', ask(end, ask(undefined, end)), { least: 1, most: 2 }],
  ])('is right if %s', (_, question, expected) => {
    expect(questionsAfter(question)).toEqual(expected)
  })
})
