import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'
import { eventKinds } from '#domain/words/events.ts'
import { matterIds } from '#domain/words/matters.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { unitKindIds } from '#domain/words/unit-kinds.ts'
import { id, line } from './fields.ts'

/** Schemas of `content/deadlines.yaml`: clocks, which bind an office, and limits, which bind a resident. */

const period = {
  id,
  /** Name as shown to residents. */
  name: line,
  days: z.int().positive().optional(),
  months: z.int().positive().optional(),
  years: z.int().positive().optional(),
  /** Count working days; otherwise calendar days. */
  workdays: z.boolean().optional(),
  /** The article it is based on … */
  article: id.optional(),
  /** … or the county's own rule. */
  countyRule: line.optional(),
}

const clockShape = z.strictObject({
  ...period,
  /**
   * Length in hours instead of days: they count on all days, from the moment somebody is on duty (content/duty.yaml).
   */
  hours: z.int().positive().optional(),
  /** Name as staff read it, if `name` speaks to the resident. */
  staffName: line.optional(),
  /** The duty: of several matching rules for the same duty the first applies. */
  owes: z.enum(['tell', 'finish', 'contact', 'ceiling']),
  tracks: z.array(z.enum(trackIds)).min(1),
  /** Only these subjects; absent: all. */
  categories: z.array(z.enum(categoryIds)).optional(),
  /** Only these kinds of unit; absent: all. */
  unitKinds: z.array(z.enum(unitKindIds)).optional(),
  /** Only these kinds of matter, decided at acceptance; absent: all. */
  matters: z.array(z.enum(matterIds)).optional(),
  /**
   * Only if the person gave their name or telephone number: without either nobody can be told in writing
   * (信访工作条例 23).
   */
  named: z.boolean().optional(),
  /** Only if somebody is in danger (rules.md R49). */
  danger: z.boolean().optional(),
  /** Internal to the office: never on a resident's page, slip or API. */
  internal: z.boolean().optional(),
  /** The events that start it. */
  starts: z.array(z.enum(eventKinds)).min(1),
  /** The events that meet it. */
  meets: z.array(z.enum(eventKinds)).min(1),
  /** May it pause while the office waits for the person's answer or for an appraisal? */
  pausable: z.boolean().optional(),
  /** Does the time that a hearing needs not count (信访工作条例 36)? */
  hearings: z.boolean().optional(),
  /** Does it run from the day on which the unit received the case, not from the event that starts it? */
  fromReceipt: z.boolean().optional(),
  /** Days by which it may be extended, once, with approval. */
  extendable: z.int().positive().optional(),
  /** What happens next, as shown to residents. */
  next: line,
  /** What the resident can do after it has passed. */
  ifPassed: line,
})

export const clockSchema = clockShape
  .refine(
    ({ days, hours }) => (days === undefined) !== (hours === undefined),
    'expected either days or hours',
  )
  // Pages of residents speak of days only, and hours would tell a case with danger from others (rules.md R49).
  .refine(
    ({ hours, internal, workdays, pausable, hearings, extendable }) =>
      hours === undefined || (internal === true && !workdays && !pausable && !hearings && !extendable),
    'a clock in hours must be internal, and cannot count working days, pause or be extended',
  )
  // Days would be left out twice; no law has both.
  .refine(
    ({ hearings, pausable, extendable }) => !hearings || (!pausable && !extendable),
    'a clock that leaves out hearings can neither pause for an answer nor be extended',
  )

export const limitSchema = z.strictObject({
  ...period,
  /** When the count begins. */
  from: line,
  /**
   * Subjects for which it is shown as a remaining way after a failed mediation (人民调解法 26); empty: all.
   */
  ways: z.array(z.enum(categoryIds)).optional(),
  /** One more sentence, if needed. */
  note: line.optional(),
  /** What to do before it expires. */
  before: line,
  /** It starts again when one party demands, the other promises, or one goes to court: under which law. */
  breaks: z.enum(['civil', 'labour']).optional(),
})

/** A claim without a limitation period (民法典 196). */
export const untimedSchema = z.strictObject({
  id,
  /** What a person can do, as shown to residents. */
  name: line,
  /** Subjects for which it is shown as a remaining way after a failed mediation. */
  ways: z.array(z.enum(categoryIds)).min(1),
  article: id,
  /** One more sentence, if needed. */
  note: line.optional(),
})

export type Untimed = z.infer<typeof untimedSchema>
export type ClockRule = z.infer<typeof clockSchema>
export type Limit = z.infer<typeof limitSchema>
/** The texts of a limit on a case page; the others are only in the site's library. */
export type CaseLimit = Omit<Limit, 'before'>
