import * as z from 'zod'
import { aboutIds } from '#domain/words/about.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { id, line } from './fields.ts'
import type { GuideQuestion } from './guide-question.ts'

/** Schema of a guided path (content/guides/<id>.yaml): questions in plain words that lead to advice. */

/** The end of a path. */
export const leafSchema = z.strictObject({
  /** The situation, as a person would say it. */
  title: z.string().min(4).max(36),
  /** The same in two to five short sentences. */
  stand: z.string().min(20).max(260),
  /** Articles it is based on. */
  articles: z.array(id).min(1).max(7),
  /** What to do now, in order. */
  now: z.array(z.string().min(4).max(60)).min(2).max(6),
  /** What to keep as evidence. */
  keep: z.array(z.string().min(2).max(30)).min(2).max(6),
  /** Limits that run (deadlines.yaml) … */
  limits: z.array(id),
  /** … or why none does. */
  noLimit: z.string().max(60).optional(),
  /** Contacts, in calling order. */
  contacts: z.array(line).min(1).max(4),
  letters: z.array(id),
  /** Paths below content/lessons and content/stories. */
  lessons: z.array(line).min(1).max(4),
  stories: z.array(line).max(2),
  /** The track of a filing; absent if filing here does not help (the police, a bank). */
  track: z.enum(trackIds).optional(),
  /** Whom such a filing is probably about, if not as in the whole guide. */
  about: z.enum(aboutIds).optional(),
  /** Why not to file here, if `track` is absent. */
  notHere: z.string().max(60).optional(),
  /** Violence or threats in a guide about something else: this end has a way to leave (rules.md R63). */
  exit: z.boolean().optional(),
})

/** A question with two to five answers, each leading to another question or to a leaf. */
const questionSchema: z.ZodType<GuideQuestion> = z.lazy(() =>
  z.strictObject({
    /** The question. */
    ask: z.string().min(4).max(40),
    /** Why it is asked. */
    why: z.string().min(4).max(60),
    options: z
      .array(
        z.strictObject({
          /** Its part of the URL. */
          id,
          /** The answer, as a person would say it. */
          say: z.string().min(1).max(30),
          leaf: id.optional(),
          next: questionSchema.optional(),
        }),
      )
      .min(2)
      .max(5),
  }),
)

export const guideSchema = z.strictObject({
  /** As a resident would ask it. */
  title: z.string().min(4).max(30),
  category: z.enum(categoryIds),
  /** The situation it belongs to. */
  situation: id,
  /** Violence, children, illness: hotlines come first on every step. */
  sensitive: z.boolean(),
  /**
   * Whom a filing is probably about, filled in for the person to confirm. Needed for the affairs of a village, whose
   * officials would otherwise get the case.
   */
  about: z.enum(aboutIds).optional(),
  /** True if its answer `safe` says that nobody beats or threatens the person: what the form asks as danger. */
  asksDanger: z.boolean().optional(),
  /** Violence, abuse, bullying: each of its pages has a way to leave and a neutral title (rules.md R63). */
  exit: z.boolean().optional(),
  /** What it helps to find out, in one sentence. */
  summary: z.string().min(6).max(60),
  tree: questionSchema,
  leaves: z.record(id, leafSchema),
  /** The day somebody last compared it with the law. */
  reviewed: z.iso.date(),
})
