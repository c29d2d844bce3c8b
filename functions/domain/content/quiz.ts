import * as z from 'zod'

/** A statement that a reader calls true or false (小测): a common mistake, or what the lesson says. */
const quizQuestionSchema = z.strictObject({
  /** The statement, as people say it. */
  claim: z.string().min(6).max(40),
  /** Is it right? */
  right: z.boolean(),
  /** The answer in one sentence; it must stand without the lesson. */
  because: z.string().min(6).max(60),
})

/** Three statements, not all of them right and not all wrong: an answer must not be guessed from the others. */
export const quizSchema = z
  .array(quizQuestionSchema)
  .length(3)
  .refine((quiz) => new Set(quiz.map(({ right }) => right)).size === 2, 'needs a right and a wrong statement')

export type QuizQuestion = z.infer<typeof quizQuestionSchema>
