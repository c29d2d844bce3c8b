import * as z from 'zod'
import { line } from './fields.ts'

/** What is said in one week: a lesson, or telephone numbers with a few general sentences. */
const weekSchema = z
  .strictObject({
    /** The occasion, in the words of the village. */
    when: z.string().min(2).max(14),
    /** One own sentence before the lesson's; everything else is composed from the lesson. */
    open: z.string().min(6).max(36).optional(),
    /** Below content/lessons; never a sensitive one. */
    lesson: line.optional(),
    /** Instead of a lesson: a title, sentences and hotlines. */
    title: z.string().min(4).max(24).optional(),
    words: z.array(z.string().min(6).max(40)).min(1).max(6).optional(),
    numbers: z.array(line).min(1).max(5).optional(),
  })
  .refine(
    ({ lesson, title, words, numbers }) =>
      lesson ? !(title || words || numbers) : Boolean(title && words && numbers),
    'expected either `lesson`, or `title`, `words` and `numbers`',
  )

/** `content/broadcast.yaml`: the twelve months with 52 weeks, none bound to a year. */
export const broadcastSchema = z
  .array(
    z.strictObject({
      /** What the month is about: solar terms and work in the fields. */
      season: z.string().min(4).max(30),
      weeks: z.array(weekSchema).min(4).max(5),
    }),
  )
  .length(12, 'expected twelve months, January first')
  .refine((months) => months.flatMap(({ weeks }) => weeks).length === 52, 'expected 52 weeks in all')

type BroadcastMonths = z.infer<typeof broadcastSchema>
export type BroadcastWeek = BroadcastMonths[number]['weeks'][number]

/** A script ready to be read aloud. Numbers are digits; the page shows how they are said. */
export interface Script {
  when: string
  title: string
  /** Paragraphs, each read in one go. */
  paragraphs: string[]
  seconds: number
  lesson?: string
}

export interface ScriptMonth {
  season: string
  scripts: Script[]
}
