import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { SearchIndex } from '#domain/search/search-index.ts'
import { search } from '../../functions/search/answer.ts'

/** Real questions from a file outside the repository: `id, accepted categories, topic, question`, separated by tabs. */
export interface RealQuestion {
  id: string
  accept: string[]
  topic: string
  question: string
}

/** Reads such a file; its first line names the columns. */
export const readQuestions = (path: string): RealQuestion[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [id = '', accept = '', topic = '', question = ''] = line.split('\t')
      return { id, accept: accept.split(','), topic, question }
    })

/** SHA-256 as hex: divides and draws questions the same way every time. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The half that is tuned on; the other is only graded. */
export const isTuned = ({ id }: RealQuestion): boolean =>
  Number.parseInt(hashOf(id).slice(0, 2), 16) % 2 === 0

const share = (part: number, all: number): string => (part / Math.max(1, all)).toFixed(3)

/** One line of figures: right category among the first, guides among the first three, danger lines. */
const figures = (index: SearchIndex, name: string, questions: RealQuestion[]): string => {
  const answers = questions.map((asked) => ({ asked, answer: search(index, asked.question, 10) }))
  const core = answers.filter(({ asked }) => asked.accept.some((one) => one !== 'other'))
  const hits = (most: number) =>
    core.filter(({ asked, answer }) =>
      answer.results.slice(0, most).some(({ doc }) => asked.accept.includes(doc.category)),
    ).length
  const guided = core.filter(({ asked, answer }) =>
    answer.results
      .slice(0, 3)
      .some(
        ({ doc }) =>
          (doc.kind === 'guide' || (doc.kind === 'page' && doc.situations)) &&
          asked.accept.includes(doc.category),
      ),
  ).length
  const alarms = answers.filter(
    ({ answer }) => answer.urgent.length > 0 || isAlarm(index, answer.results[0]?.doc.url),
  )
  return `| ${[name, core.length, ...[1, 3, 10].map((most) => share(hits(most), core.length)), share(guided, core.length), alarms.map(({ asked }) => asked.id).join(' ')].join(' | ')} |`
}

const isAlarm = (index: SearchIndex, url: string | undefined): boolean =>
  index.danger.some(({ contacts }) => contacts.some((id) => url === `/contacts/#${id}`))

/** Figures of both halves. Ids with a danger line are named, to be judged by a reader. */
export const figuresOf = (index: SearchIndex, questions: RealQuestion[]): string =>
  [
    '| half | core | hit@1 | hit@3 | hit@10 | guide in 3 | danger lines for |',
    '|---|---|---|---|---|---|---|',
    figures(index, 'tuned on', questions.filter(isTuned)),
    figures(
      index,
      'graded',
      questions.filter((one) => !isTuned(one)),
    ),
  ].join('\n')
