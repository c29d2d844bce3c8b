import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'
import { eventKinds } from '#domain/words/events.ts'
import { matterIds } from '#domain/words/matters.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { unitKindIds } from '#domain/words/unit-kinds.ts'
import { id, line } from './fields.ts'

/** Clocks, which bind an office, and limits, which bind a resident: `content/deadlines.yaml`. */

const period = {
  id,
  /** Words a resident reads. */
  name: line,
  days: z.int().positive().optional(),
  months: z.int().positive().optional(),
  years: z.int().positive().optional(),
  /** Count working days; else calendar days. */
  workdays: z.boolean().optional(),
  /** The article it rests on … */
  article: id.optional(),
  /** … or the county's own rule. */
  countyRule: line.optional(),
}

export const clockSchema = z.strictObject({
  ...period,
  days: z.int().positive(),
  /** What is owed: of several matching rules for the same thing the first counts. */
  owes: z.enum(['tell', 'finish', 'contact', 'ceiling']),
  tracks: z.array(z.enum(trackIds)).min(1),
  /** Only these subjects; absent: all. */
  categories: z.array(z.enum(categoryIds)).optional(),
  /** Only these kinds of unit; absent: all. */
  unitKinds: z.array(z.enum(unitKindIds)).optional(),
  /** Only these kinds of matter, decided at acceptance; absent: all. */
  matters: z.array(z.enum(matterIds)).optional(),
  /** Only where the person gave his name or phone: who left neither cannot be told in writing (信访工作条例 23). */
  named: z.boolean().optional(),
  /** Only where somebody is in danger (rules.md R49). */
  danger: z.boolean().optional(),
  /** The office's own business: on no page, slip or API of a resident. */
  internal: z.boolean().optional(),
  /** The events that start it. */
  starts: z.array(z.enum(eventKinds)).min(1),
  /** The events that meet it. */
  meets: z.array(z.enum(eventKinds)).min(1),
  /** May it stand still while the office waits for the person's answer or for an appraisal? */
  pausable: z.boolean().optional(),
  /** Days it may be extended by, once, with approval. */
  extendable: z.int().positive().optional(),
  /** What happens next, as the resident reads it. */
  next: line,
  /** What the resident can do when it passes. */
  ifPassed: line,
})

export const limitSchema = z.strictObject({
  ...period,
  /** When the count begins. */
  from: line,
  /** Subjects in which it is a way still open after a failed mediation (人民调解法 26); empty: in all. */
  ways: z.array(z.enum(categoryIds)).optional(),
  /** One more sentence, if needed. */
  note: line.optional(),
  /** What to do before it runs out. */
  before: line,
  /** It starts anew when one asks, the other promises, or one goes to court: by which law. */
  breaks: z.enum(['civil', 'labour']).optional(),
})

export type ClockRule = z.infer<typeof clockSchema>
export type Limit = z.infer<typeof limitSchema>
/** What a case page says of a limit; the rest stands with the library. */
export type CaseLimit = Omit<Limit, 'before' | 'breaks'>
