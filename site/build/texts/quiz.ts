import { type QuizQuestion, quizSchema } from '#domain/content/quiz.ts'
import type { Text } from './text.ts'

/** The quiz of a lesson, or nothing: its schema is checked with the front matter. */
export const quizOf = (text: Text): QuizQuestion[] => quizSchema.safeParse(text.data['quiz']).data ?? []
