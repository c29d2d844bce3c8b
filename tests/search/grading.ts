import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { SearchIndex } from '#domain/search/search-index.ts'
import { search } from '../../functions/search/answer.ts'
import { hashOf, isTuned, type RealQuestion } from './questions.ts'

/**
 * Judging by reading: a page of questions with their first three results for somebody who did not write the texts, who
 * puts a grade behind each: 2 one of the three answers it, 1 they are related, 0 they are useless. Only ids and grades
 * are kept, with the day; the questions are other people's.
 */

const grades = 'tests/search/grades.tsv'
const columns = 'day\tseed\tdocuments\tid\tgrade'

/** Writes the page: 60 questions of the half that nobody tunes on, drawn by the seed. */
export const writeGradingPage = (
  path: string,
  index: SearchIndex,
  questions: RealQuestion[],
  seed: string,
): void => {
  const drawn = questions
    .filter((one) => !isTuned(one))
    .sort((one, other) => hashOf(seed + one.id).localeCompare(hashOf(seed + other.id)))
    .slice(0, 60)
  const blocks = drawn.map(({ id, question }) => {
    // As on the page: with a limit of three the third would be a number.
    const { results, fits } = search(index, question, 10)
    const lines = results.slice(0, 3).map(({ doc, excerpt }) => `- ${doc.title} (${doc.url}) ${excerpt}`)
    return [`## ${id} grade: _`, question, fits ? '' : '(the page says that nothing fits)', ...lines].join(
      '\n',
    )
  })
  writeFileSync(
    path,
    `# ${drawn.length} questions, seed ${seed}, ${index.docs.length} documents\n\n${blocks.join('\n\n')}\n`,
  )
}

/** What the head of a page and its headings say. */
export interface Graded {
  seed: string
  documents: number
  grades: { id: string; grade: number }[]
}

/** Reads a page with grades; throws if its head is not ours or a question has no grade from 0 to 2. */
export const readGrades = (page: string): Graded => {
  const [, count, seed = '', documents] = /^# (\d+) questions, seed (.+), (\d+) documents$/m.exec(page) ?? []
  const list = [...page.matchAll(/^## (\S+) grade: ([012])\s*$/gm)].map(([, id = '', grade]) => ({
    id,
    grade: Number(grade),
  }))
  if (!count) throw new Error('not a page to grade: its first line is missing')
  if (list.length !== Number(count)) throw new Error(`${list.length} of ${count} questions have a grade`)
  return { seed, documents: Number(documents), grades: list }
}

/** Share of questions with this grade, as a percentage. */
const percent = (list: { grade: number }[], wanted: number): string =>
  `${Math.round((100 * list.filter(({ grade }) => grade === wanted).length) / Math.max(1, list.length))} %`

const line = (day: string, documents: string | number, list: { grade: number }[]): string =>
  `| ${day} | ${documents} | ${list.length} | ${[2, 1, 0].map((grade) => percent(list, grade)).join(' | ')} |`

/** Adds the grades of a page to the kept ones. */
export const keepGrades = (path: string, day: string): void => {
  const graded = readGrades(readFileSync(path, 'utf8'))
  if (!existsSync(grades)) writeFileSync(grades, `${columns}\n`)
  const rows = graded.grades.map(({ id, grade }) =>
    [day, graded.seed, graded.documents, id, grade].join('\t'),
  )
  appendFileSync(grades, `${rows.join('\n')}\n`)
}

/** The kept grades, one line per day and page. */
export const gradesByDay = (): string => {
  if (!existsSync(grades)) return ''
  const rows = readFileSync(grades, 'utf8').trim().split('\n').slice(1)
  const pages = Map.groupBy(rows, (row) => row.split('\t').slice(0, 3).join('\t'))
  const lines = [...pages].map(([page, list]) => {
    const [day = '', , documents = ''] = page.split('\t')
    return line(
      day,
      documents,
      list.map((row) => ({ grade: Number(row.split('\t')[4]) })),
    )
  })
  return [
    '| read on | documents | questions | answered | related | useless |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}
