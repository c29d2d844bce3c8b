import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { lawSchema } from '#domain/content/law.ts'
import { letterSchema } from '#domain/content/letter.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'

/** The shelves of `content/`. Ids inside texts are checked by site/build/references.ts before the build. */

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
  /** As a resident would ask it (lesson) or as one would name it (story). */
  title: z.string().min(2).max(40),
  /** The subject it stands under. */
  category: z.enum(categoryIds),
  /** One sentence for lists and share cards: the answer, or how it ended. */
  summary: z.string().min(4).max(60),
  /** Words people type when they look for it. */
  tags: z.array(z.string()).min(2),
  /** Violence, children, illness or self-harm: help lines first, no motif, nobody is asked to give way. */
  sensitive: z.boolean(),
  /** The day somebody last compared it with the law. */
  reviewed: z.coerce.date(),
  /** The day it came to readers, for feeds; the day of `reviewed` unless told. */
  published: z.coerce.date().optional(),
}

const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '**/*.mdx' }),
  schema: z.strictObject({
    ...shared,
    /** Evidence to keep, most useful first. */
    keep: z.array(z.string().max(24)).min(2).max(6),
    /** Limits that run; the first stands in the one-minute notice. */
    limits: z.array(limitId),
    /** The notice's own sentence about time, where the limit alone would mislead. */
    limitNote: z.string().max(60).optional(),
    /** Whom to call, the first first. */
    contacts: z.array(contactId).min(1).max(4),
    /** 先找谁, in one sentence. */
    first: z.string().max(44),
  }),
})

const stories = defineCollection({
  loader: glob({ base: './content/stories', pattern: '*.mdx' }),
  schema: z.strictObject({
    ...shared,
    /** Did it end in an agreement, without one, or was nobody asked to talk because somebody had to be protected? */
    outcome: z.enum(['settled', 'failed', 'protected']),
    /** Methods, as plain labels. */
    methods: z.array(methodId).min(1).max(3),
    /** What the mediator did, step by step, in the words of the method. */
    steps: z
      .array(z.strictObject({ name: z.string().min(1).max(4), did: z.string().min(2).max(44) }))
      .min(3)
      .max(6),
    /** What each side gave; may be empty where it failed. */
    gave: z.array(z.strictObject({ who: z.string(), what: z.string() })),
  }),
})

const contacts = defineCollection({
  loader: glob({ base: './content/contacts', pattern: '*.mdx' }),
  schema: z.strictObject({
    /** The organisation or line. */
    name: z.string().min(2),
    /** As it is dialled. */
    number: z.string(),
    /** What for, in one line. */
    purpose: z.string().max(40),
    /** When somebody answers; only where it is certain. */
    hours: z.string().optional(),
    /** What it costs; only where it is certain. */
    charge: z.string().optional(),
    /** The heading it stands under. */
    group: z.enum(['emergency', 'unsure', 'rights', 'work-and-money', 'family', 'daily-life', 'report']),
    /** Order within the group. */
    order: z.number(),
    /** Subjects it serves, the main one first. */
    categories: z.array(z.enum(categoryIds)).min(1),
    /** Many places merged it into 12345, but it still answers. */
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
    /** One sentence under it. */
    summary: z.string().max(80),
    /** The day somebody last read it against what the software does. */
    reviewed: z.coerce.date(),
  }),
})

export const collections = { lessons, stories, contacts, laws, letters, pages }
