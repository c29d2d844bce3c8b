import { pinyin } from 'pinyin-pro'
import type { Question, SubjectQuestions } from '#domain/content/question.ts'
import { pages } from '#domain/routes/site.ts'
import type { Category } from '#domain/words/categories.ts'

/** Questions by heading, and their URLs. */

/** URL of the questions of a subject. */
export const questionsPath = (category: Category): string => `${pages.questions.path}${category}/`
/** URL of a question. */
export const questionPath = (category: Category, id: string): string => `${questionsPath(category)}${id}/`

/** The questions under one heading. */
export interface QuestionTopic {
  name: string
  path: string
  questions: Question[]
}

/** The headings of a subject, in the order of its file; a heading is in its address as pinyin. */
export const topicsOf = ({ category, questions }: SubjectQuestions): QuestionTopic[] =>
  [...Map.groupBy(questions, ({ topic }) => topic)].map(([name, asked]) => ({
    name,
    path: `${questionsPath(category)}topics/${pinyin(name, { toneType: 'none', type: 'array', v: true }).join('-')}/`,
    questions: asked,
  }))
