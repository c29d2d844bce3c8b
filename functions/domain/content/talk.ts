import * as z from 'zod'
import { line } from './fields.ts'
import type { QuizQuestion } from './quiz.ts'

const stepSchema = z.strictObject({
  minutes: z.int().min(1).max(20),
  /** What is done, in a few words. */
  do: z.string().min(2).max(44),
  /** The lesson that is told here, one of `lessons`. */
  lesson: line.optional(),
  /** Questions to the room: 1 to 3, from the quiz of this lesson. */
  ask: z.array(z.int().min(1).max(3)).min(1).max(3).optional(),
})

/** `content/talks/*.yaml`: a kit for an evening talk (法治讲座). */
export const talkSchema = z.strictObject({
  title: z.string().min(4).max(20),
  /** One sentence for lists and link previews. */
  summary: z.string().min(10).max(60),
  /** For whom, in plain words. */
  audience: z.string().min(4).max(40),
  /** Violence: no scene at home, a way to leave, a neutral title (rules.md R63). */
  exit: z.boolean().optional(),
  /** What it is built on, in the order of the slides. */
  lessons: z.array(line).min(1).max(4),
  outline: z.array(stepSchema).min(4).max(9),
  skit: z.strictObject({
    title: z.string().min(2).max(16),
    /** Who is on stage. */
    people: z
      .array(z.strictObject({ name: z.string().min(1).max(6), who: z.string().min(2).max(20) }))
      .min(2)
      .max(3),
    lines: z
      .array(z.strictObject({ name: line, says: z.string().min(1).max(60) }))
      .min(6)
      .max(24),
  }),
  /** What to bring and set up. */
  bring: z.array(z.string().min(2).max(34)).min(3).max(7),
  /** Hotlines for the last slide, in calling order. */
  numbers: z.array(line).min(2).max(4),
  reviewed: z.iso.date(),
})

type TalkFile = z.infer<typeof talkSchema>

/** The parts of a lesson that a talk shows, read from the lesson. */
export interface LessonParts {
  id: string
  title: string
  summary: string
  moral: string
  steps: { head: string; text: string }[]
  quiz: QuizQuestion[]
  limitNote?: string | undefined
  first: string
  contacts: string[]
  sensitive: boolean
  exit?: boolean | undefined
}

/** A checked kit with the parts of its lessons. */
export type Talk = Omit<TalkFile, 'lessons'> & { id: string; lessons: LessonParts[]; skitSeconds: number }
