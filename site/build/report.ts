/**
 * npm run content:report: the contents of the library, their sources, and what a person should read again. It
 * fails nothing.
 */
import { fileURLToPath } from 'node:url'
import { categories, categoryIds } from '#domain/words/categories.ts'
import { readSources } from './library.ts'
import { readQuestions } from './questions.ts'
import { legalWords } from './texts/legal-words.ts'
import { similarPairs } from './texts/similarity.ts'
import { ownWords, prose, readTexts, sentences } from './texts/text.ts'

const content = fileURLToPath(new URL('../../content', import.meta.url))
const { articles } = readSources(content)
const texts = readTexts(content)
const questions = readQuestions(content)
const print = (...lines: string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`)
}

const countOf = (kind: 'lesson' | 'story', category: string): number =>
  texts.filter((text) => text.kind === kind && text.data['category'] === category).length
print(
  'subject | lessons | stories | short answers',
  ...categoryIds.map(
    (id) =>
      `${categories[id].name} | ${countOf('lesson', id)} | ${countOf('story', id)} | ${questions.find(({ category }) => category === id)?.questions.length ?? 0}`,
  ),
)
const total = (kind: 'lesson' | 'story') => texts.filter((text) => text.kind === kind)
const failed = total('story').filter(({ data }) => data['outcome'] !== 'settled')
const answers = questions.flatMap((subject) => subject.questions)
print(
  `all | ${total('lesson').length} | ${total('story').length}, ${failed.length} without agreement | ${answers.length}`,
)

const cited = new Set(texts.flatMap(({ laws }) => laws))
const answering = new Set(answers.flatMap((one) => one.articles).filter((id) => !cited.has(id)))
const never = Object.keys(articles).filter((id) => !cited.has(id) && !answering.has(id))
print(
  '',
  `articles: ${Object.keys(articles).length}, cited in lessons and stories: ${cited.size}, only in short answers: ${answering.size}, never: ${never.length}`,
)
if (process.argv.includes('--never')) print(...never.map((id) => `  ${id} ${articles[id]?.title}`))

const lengths = texts
  .flatMap(({ body }) => sentences(prose(body)).map(({ length }) => length))
  .sort((a, b) => a - b)
print(
  '',
  `sentences: ${lengths.length}, median ${lengths[Math.floor(lengths.length / 2)]}, 95th percentile ${lengths[Math.floor(lengths.length * 0.95)]} characters`,
)

const pairs = similarPairs(
  texts.map(({ file, body }) => ({ name: file, words: prose(body) })),
  0.04,
)
print('', `pairs that share more than 4 % of their eight-character sequences: ${pairs.length}`)
print(...pairs.slice(0, 20).map(({ a, b, share }) => `  ${(share * 100).toFixed(1)} %: ${a} · ${b}`))

const unexplained = texts.flatMap(({ file, body }) => {
  const words = legalWords(content).filter((word) => ownWords(body).includes(word))
  return words.length > 0 ? [`  ${file}: ${words.join('、')}`] : []
})
print('', `texts with legal terms that the glossary does not explain: ${unexplained.length}`, ...unexplained)
