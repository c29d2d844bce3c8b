import { pages } from '#domain/routes/site.ts'
import type { Category } from '#domain/words/categories.ts'

/** URLs of questions. */

/** URL of the questions of a subject. */
export const questionsPath = (category: Category): string => `${pages.questions.path}${category}/`
/** URL of a question. */
export const questionPath = (category: Category, id: string): string => `${questionsPath(category)}${id}/`
