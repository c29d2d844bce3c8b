import { defineCollection, reference } from 'astro:content'
import { file, glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { lawSchema } from '#domain/content/law.ts'
import { letterSchema } from '#domain/content/letter.ts'
import { publishedCaseSchema } from '#domain/content/published-case.ts'
import { quizSchema } from '#domain/content/quiz.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'

/**
 * The collections of `content/`. Ids inside texts are checked by site/build/references.ts before the build.
 */

const known = (ids: string[], place: string) => (id: string, ctx: z.RefinementCtx) => {
  if (!ids.includes(id)) ctx.addIssue({ code: 'custom', message: `"${id}": expected ${place}` })
}
const contactId = z.string().superRefine(
  known(
    county.hotlines.map(({ id }) => id),
    'a file in content/contacts',
  ),
)
const limitId = z.string().superRefine(
  known(
    library.limits.map(({ id }) => id),
    'an entry under limits in content/deadlines.yaml',
  ),
)

const methodId = z.string().superRefine(
  known(
    library.methods.map(({ id }) => id),
    'a method of content/methods.yaml',
  ),
)

const shared = {
  /** As a resident would ask it (lesson) or as a short name (story). */
  title: z.string().min(2).max(40),
  /** The subject it is listed under. */
  category: z.enum(categoryIds),
  /** One sentence for lists and link previews: the answer, or how it ended. */
  summary: z.string().min(4).max(60),
  /** Words people search for. */
  tags: z.array(z.string()).min(2),
  /**
   * Violence, children, illness or self-harm: hotlines come first, no drawing, and nobody is asked to make
   * concessions.
   */
  sensitive: z.boolean(),
  /** Violence, abuse, bullying: each of its pages has a way to leave and a neutral title (rules.md R63). */
  exit: z.boolean().optional(),
  /** The day somebody last compared it with the law. */
  reviewed: z.coerce.date(),
  /** The day it was published, for feeds; default the day of `reviewed`. */
  published: z.coerce.date().optional(),
}

const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '**/*.mdx' }),
  schema: z.strictObject({
    ...shared,
    /** Evidence to keep, most useful first. */
    keep: z.array(z.string().max(24)).min(2).max(6),
    /** Limits that run; the first is shown in the one-minute summary. */
    limits: z.array(limitId),
    /** The summary's sentence about time, if the limit alone would mislead. */
    limitNote: z.string().max(60).optional(),
    /** Contacts, in calling order. */
    contacts: z.array(contactId).min(1).max(4),
    /** 先找谁: whom to contact first, in one sentence. */
    first: z.string().max(44),
    /** 考考自己. */
    quiz: quizSchema,
    /** 同类真案: published cases that are like it. */
    cases: z.array(reference('publishedCases')).max(2).default([]),
  }),
})

const publishedCases = defineCollection({
  loader: file('./content/published-cases.yaml'),
  schema: publishedCaseSchema,
})

const stories = defineCollection({
  loader: glob({ base: './content/stories', pattern: '*.mdx' }),
  schema: z.strictObject({
    ...shared,
    /**
     * Did it end in an agreement or without one, or was no mediation offered because somebody had to be
     * protected?
     */
    outcome: z.enum(['settled', 'failed', 'protected']),
    /** Methods, as plain labels. */
    methods: z.array(methodId).min(1).max(3),
    /** What the mediator did, step by step, in the words of the method. */
    steps: z
      .array(z.strictObject({ name: z.string().min(1).max(4), did: z.string().min(2).max(44) }))
      .min(3)
      .max(6),
    /** What each side conceded; may be empty if the mediation failed. */
    gave: z.array(z.strictObject({ who: z.string(), what: z.string() })),
  }),
})

const contacts = defineCollection({
  loader: glob({ base: './content/contacts', pattern: '*.mdx' }),
  schema: z.strictObject({
    /** Name of the organisation or hotline. */
    name: z.string().min(2),
    /** As dialled. */
    number: z.string(),
    /** Its purpose, in one line. */
    purpose: z.string().max(40),
    /** Opening hours, only if certain. */
    hours: z.string().optional(),
    /** Charges, only if certain. */
    charge: z.string().optional(),
    /** The heading it is listed under. */
    group: z.enum(['emergency', 'unsure', 'rights', 'work-and-money', 'family', 'daily-life', 'report']),
    /** Order within the group. */
    order: z.number(),
    /** Subjects it serves, the main one first. */
    categories: z.array(z.enum(categoryIds)).min(1),
    /** Merged into 12345 in many places, but still answered. */
    merged: z.boolean().default(false),
  }),
})

const laws = defineCollection({
  loader: glob({ base: './content/laws', pattern: '*.yaml' }),
  schema: lawSchema,
})

const letters = defineCollection({
  loader: glob({ base: './content/letters', pattern: '*.yaml' }),
  schema: letterSchema,
})

const pages = defineCollection({
  loader: glob({ base: './content/pages', pattern: '*.mdx' }),
  schema: z.strictObject({
    /** Heading of the page. */
    title: z.string(),
    /** One sentence below it. */
    summary: z.string().max(80),
    /** The day somebody last compared it with what the software does. */
    reviewed: z.coerce.date(),
  }),
})

export const collections = { lessons, stories, contacts, laws, letters, pages, publishedCases }
