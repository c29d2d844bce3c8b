import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'
import { officeKindIds } from '#domain/words/office-kinds.ts'
import type { NamedComparison } from './comparison.ts'
import type { Limit, Untimed } from './deadlines.ts'
import { id, line, phone } from './fields.ts'
import type { Guide } from './guide.ts'
import type { LimitMatter } from './limit-matter.ts'
import type { OtherMatters } from './other-matters.ts'
import type { SubjectQuestions } from './question.ts'

/** Schemas of the data files of the library: what residents read besides lessons and stories. */

export const officeSchema = z.strictObject({
  id,
  /** Its kind; situations refer to the kind. */
  kind: z.enum(officeKindIds),
  /** The area it serves. */
  area: id,
  /** Name on screen. */
  name: line,
  phone,
  /** Office hours of the telephone. */
  hours: line,
  /** Address for visitors. */
  address: line,
  /** Why people go there. */
  purpose: z.string().min(2).max(40),
  /** Subjects it serves, the main one first. */
  categories: z.array(z.enum(categoryIds)).min(1),
})

/** A name on the notice board beside a unit's telephone number. */
export const personSchema = z.strictObject({
  /** The unit in regions.yaml. */
  unit: id,
  name: line,
  /** 网格长, 调解员 … */
  role: line,
})

/** A group of situations on the home page. */
export const homeGroupSchema = z.strictObject({
  name: z.string().min(2).max(10),
  icon: z.enum(['house', 'money', 'land', 'shield']),
  /** Ids of situations. */
  situations: z.array(id).min(1).max(3),
})

export const situationSchema = z.strictObject({
  id,
  /** Two to eight characters, for lists. */
  name: z.string().min(2).max(8),
  /** How a person says it, after 我遇到了. */
  ask: z.string().min(4).max(26),
  category: z.enum(categoryIds),
  /** Violence, children, illness: hotlines come first, and nothing suggests making up. */
  sensitive: z.boolean().optional(),
  /** Violence, abuse, bullying: each of its pages has a way to leave and a neutral title (rules.md R63). */
  exit: z.boolean().optional(),
  /** Ids below content/lessons, the easiest to read first. */
  lessons: z.array(line).min(2),
  stories: z.array(line).min(1),
  letters: z.array(id).min(1),
  /** Hotlines, in calling order. */
  contacts: z.array(line).min(1).max(4),
  /** Kinds of office; a county without one shows no number for it (offices.yaml). */
  offices: z.array(z.enum(officeKindIds)),
  /** What to keep, most useful first. */
  evidence: z.array(z.string().min(2).max(34)).min(3).max(7),
  /** Limits that run, by id … */
  limits: z.array(id),
  /** … or why none does. */
  noLimit: z.string().max(60).optional(),
})

export const termSchema = z.strictObject({
  /** As written in running text. */
  term: z.string().min(2).max(12),
  /** Its meaning, in everyday words. */
  plain: z.string().min(4).max(70),
  /** The article it is based on. */
  article: id.optional(),
  /** Other words for the same thing. */
  aliases: z.array(z.string()).optional(),
  /** Also an everyday word: explained on the glossary page, never linked in texts. */
  everyday: z.boolean().optional(),
})

export const methodSchema = z.strictObject({
  /** The label on stories. */
  id: z.string().min(2).max(8),
  name: line,
  /** What it is, in one sentence. */
  about: z.string().min(6).max(60),
  /** Its steps, if it has any. */
  steps: z.array(z.strictObject({ name: z.string().length(1), what: z.string().max(26) })).optional(),
})

export const mediationKindSchema = z.strictObject({
  id,
  name: line,
  /** Who mediates. */
  who: line,
  /** Which matters it is for. */
  matters: line,
  /** What it costs. */
  cost: line,
  /** How to ask for it. */
  ask: line,
  /** The effect of an agreement. */
  effect: line,
  /** What remains without an agreement. */
  otherwise: line,
  articles: z.array(id).min(1),
})

/** A new or amended law, for the page of new law; from which day it counts is the law's own. */
export const newLawSchema = z.strictObject({
  /** The statute's id. */
  law: id,
  /** What changes for a resident, a short sentence each. */
  changes: z.array(z.string().min(6).max(80)).min(1).max(4),
  /** The articles that say so, all of this statute. */
  articles: z.array(id).min(1),
  /** What to read. */
  lessons: z.array(line).min(1),
  guides: z.array(id).min(1),
})

/** What the search knows beyond the texts (content/search.yaml). */
export const searchWordsSchema = z.strictObject({
  slips: z.record(z.string().min(2), z.string().min(2)),
  /** Words that people misspell by sound; any characters with the same sound find them. */
  sounds: z.array(z.string().min(2).max(6)),
  synonyms: z.array(
    z.strictObject({
      situation: id.optional(),
      say: z.array(line).min(1),
      mean: z.array(line),
    }),
  ),
  weak: z.array(z.strictObject({ words: z.array(line).min(1), unless: z.array(line).min(1) })),
  danger: z.array(
    z
      .strictObject({
        contacts: z.array(line).min(1),
        words: z.array(z.string().min(2)).min(1).optional(),
        chain: z
          .array(z.array(z.string().min(1)).min(1))
          .min(2)
          .optional(),
        unless: z.array(z.string().min(2)).optional(),
        not: z.array(z.string().min(1)).optional(),
      })
      .refine(({ words, chain }) => words || chain, 'expected `words` or `chain`'),
  ),
  /** Words for pages without a text, by their names in routes/site.ts. */
  pages: z.record(z.string(), z.array(line)),
  /** What such a page says of itself, shown under its title. */
  says: z.record(z.string(), line),
  /** Words for hotlines and letters, by id. */
  contacts: z.record(z.string(), z.array(line)),
  letters: z.record(z.string(), z.array(line)),
})

export type Office = z.infer<typeof officeSchema>
type Person = z.infer<typeof personSchema>
export type Situation = z.infer<typeof situationSchema>
export type Term = z.infer<typeof termSchema>
type NewLaw = z.infer<typeof newLawSchema>
type Method = z.infer<typeof methodSchema>
type MediationKind = z.infer<typeof mediationKindSchema>
export type SearchWords = z.infer<typeof searchWordsSchema>

/** What the reference files hold. */
export interface ReferenceData {
  offices: Office[]
  people: Person[]
  situations: Situation[]
  homeGroups: z.infer<typeof homeGroupSchema>[]
  terms: Term[]
  methods: Method[]
  newLaws: NewLaw[]
  otherMatters: OtherMatters
  kinds: MediationKind[]
  searchWords: SearchWords
}

/** What the build passes to the site; the Workers do not import it. */
export interface LibraryData extends ReferenceData {
  limits: Limit[]
  untimed: Untimed[]
  /** Every limit, by matter. */
  matters: LimitMatter[]
  guides: (Guide & { id: string })[]
  comparisons: NamedComparison[]
  questions: SubjectQuestions[]
  /** Ways to ask, by the page that answers (content/asked). */
  asked: Record<string, string[]>
}
