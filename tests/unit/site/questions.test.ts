import { expect, it } from 'vitest'
import { questionsSchema, type SubjectQuestions } from '#domain/content/question.ts'
import { readSources } from '../../../site/build/library.ts'
import { questionFaults, readQuestions } from '../../../site/build/questions.ts'
import { topicsOf } from '../../../site/questions.ts'

/** Questions with their answers: what the build refuses. */

const sources = readSources('content')
const all = readQuestions('content')
const [first] = all
const [question] = first?.questions ?? []
if (!first || !question) throw new Error('no questions')

const faultsWith = (changed: Partial<typeof question>): string => {
  const subject: SubjectQuestions = {
    ...first,
    questions: [{ ...question, articles: [], limits: [], lessons: [], guides: [], letters: [], ...changed }],
  }
  return questionFaults('content', [subject], sources).join('\n')
}

it('the questions of content have no faults, and no two are asked alike', () => {
  expect(questionFaults('content', all, sources)).toEqual([])
  const asked = all.flatMap(({ questions }) => questions.map(({ ask }) => ask))
  expect(asked.filter((ask, at) => asked.indexOf(ask) !== at)).toEqual([])
})

it.each([
  ['a period that no article of it states', { say: '一般三年，要记住。', articles: [] }, /三年/],
  ['an unknown article', { articles: ['civil-code-9999'] }, /civil-code-9999/],
  ['an unknown limit', { limits: ['nothing'] }, /nothing/],
  ['an unknown hotline', { contacts: ['99999'] }, /99999/],
  ['an unknown lesson', { lessons: ['labour/nothing'] }, /labour\/nothing/],
  ['an unknown guide', { guides: ['nothing'] }, /nothing/],
  ['an unknown letter', { letters: ['nothing'] }, /nothing/],
  ['an article named in passing that is not there', { say: '看民法典第九千条。' }, /第九千条/],
  ['a phrase that teaches wrong law', { say: '这样打官司包赢。' }, /no result/],
  ['a sentence that is too long', { say: '您'.repeat(39) }, /at most 38/],
  ['a word of offices', { say: '他应当还钱。' }, /not 应当/],
  ['a word of offices in the question', { ask: '他应当还钱吗' }, /not 应当/],
  ['words that primary school does not teach', { say: '饕餮饕餮，饕餮。' }, /rare words/],
])('refuses %s', (_, changed, fault) => {
  expect(faultsWith(changed)).toMatch(fault)
})

it.each([
  { say: '一般三年，要记住。', articles: ['civil-code-188'] },
  { say: '一年内申请仲裁。', limits: ['labour-arbitration'] },
])('accepts a period of its article or limit: $say', (changed) => {
  expect(faultsWith(changed)).toBe('')
})

it.each([
  ...['unsafe-at-home', 'elder-unsafe-home', 'wants-to-leave', 'family-holds-papers', 'unwanted-marriage'],
  ...['pregnant-he-left', 'parted-lover-stays', 'kept-at-the-workplace', 'words-that-frighten'],
])('refuses %s as the address of a page with a way to leave, and nowhere else', (id) => {
  expect(faultsWith({ id, exit: true })).toMatch(/tells nothing/)
  expect(faultsWith({ id })).toBe('')
})

it('refuses two questions of one id', () => {
  const twice = { ...first, questions: [question, question] }
  expect(questionFaults('content', [twice], sources).join()).toMatch(/defined twice/)
})

it('an answer rests on an article or leads to a number', () => {
  const parsed = (changed: Partial<typeof question>) =>
    questionsSchema.safeParse({ reviewed: '2026-11-29', questions: [{ ...question, ...changed }] }).success
  expect(parsed({})).toBe(true)
  expect(parsed({ articles: [], contacts: [] })).toBe(false)
})

it('every heading has an address of its own', () => {
  const paths = all.flatMap((subject) => topicsOf(subject).map(({ path }) => path))
  expect(paths.length).toBeGreaterThan(100)
  expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([])
})
