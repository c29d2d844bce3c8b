import * as z from 'zod'
import type { Category } from '#domain/words/categories.ts'
import { id, line } from './fields.ts'

/** Questions that people ask, with the answer in a few sentences (`content/questions/<category>.yaml`). */

const questionSchema = z
  .strictObject({
    id,
    /** The heading it is listed under. */
    topic: z.string().min(2).max(10),
    /** As people ask it. */
    ask: z.string().min(6).max(36),
    /** Other words for it, found by the search. */
    words: z.array(z.string().min(1).max(14)).min(3).max(16),
    /** The answer; its first sentence answers the question. */
    say: z.string().min(30).max(180),
    /** The articles that say so; a period in `say` must be in one of them, or in a limit. */
    articles: z.array(id).max(5).default([]),
    /** Limits of content/deadlines.yaml that it states. */
    limits: z.array(id).max(3).default([]),
    /** Hotlines, first the one to ring first. */
    contacts: z.array(line).max(3).default([]),
    /** Lessons, guides and letters that say more. */
    lessons: z.array(line).max(2).default([]),
    guides: z.array(id).max(1).default([]),
    letters: z.array(id).max(2).default([]),
    /** Violence, children, illness: never shown unasked. */
    sensitive: z.boolean().optional(),
    /** Violence, abuse, bullying: its page has a way to leave, and its id tells nothing (rules.md R63). */
    exit: z.boolean().optional(),
  })
  .refine(({ articles, contacts }) => articles.length + contacts.length > 0, 'needs an article or a number')

/** The questions of one subject. */
export const questionsSchema = z.strictObject({
  /** The day somebody last compared the answers with the law. */
  reviewed: z.iso.date(),
  /** The most frequent ones first. */
  questions: z.array(questionSchema).min(1),
})

export type Question = z.infer<typeof questionSchema>
/** The questions of a subject, which is the name of their file. */
export type SubjectQuestions = z.infer<typeof questionsSchema> & { category: Category }
