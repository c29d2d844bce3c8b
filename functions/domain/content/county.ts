import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'
import { eventKinds } from '#domain/words/events.ts'
import { levelIds } from '#domain/words/levels.ts'
import { matterIds } from '#domain/words/matters.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { unitKindIds } from '#domain/words/unit-kinds.ts'

/**
 * Shapes of the data files a county edits in `content/`. The build reads the files with these schemas and writes
 * `functions/generated/county.ts`; nothing else reads the YAML.
 */

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single dashes')
export const line = z.string().min(1)
/** A number as it is dialled: digits and one dash; 0000-… is a sample. */
export const phone = z.string().regex(/^\d{3,8}$|^\d{3,4}-\d{7,8}$/, 'for example 12345 or 0000-0000100')

export const siteSchema = z.strictObject({
  /** Name of the site, in the header. */
  name: line,
  /** What it is, under the name. */
  tagline: line,
  /** The county's name. */
  county: line,
  /** Full address of the site, for sitemap and RSS. */
  url: z.url(),
  /** 主办单位. */
  organiser: line,
  /** 承办单位; empty: no line. */
  operator: z.string(),
  /** 联系电话 of the site. */
  phone,
  /** Postal address. */
  address: z.string(),
  /** 网站标识码; empty: no line. */
  /** Where holes in the software are told (RFC 9116): a URI, or empty for the telephone. */
  securityContact: z.string().regex(/^$|^(mailto:|https:\/\/)\S+$/),
  siteCode: z.string(),
  /** ICP 备案号; empty: no line. */
  icp: z.string(),
  /** 公安备案号; empty: no line. */
  police: z.string(),
  /** A last line in the footer; empty: no line. */
  sampleNotice: z.string(),
  /** Where 马上离开这一页 leads. */
  leaveTo: z.url(),
})

export const areaSchema = z.strictObject({
  /** Never reused: the database holds it. */
  id,
  level: z.enum(levelIds),
  /** The area one level up; the county has none. */
  parent: id.optional(),
  /** Name on screen. */
  name: line,
  /** The area that took this one over, if it was merged. */
  mergedInto: id.optional(),
})

export const unitSchema = z.strictObject({
  /** Never reused: the database holds it. */
  id,
  kind: z.enum(unitKindIds),
  /** The area it serves. */
  area: id,
  /** Name on screen, on slips and in agreements. */
  name: line,
  phone,
  /** When somebody answers. */
  hours: line,
  /** Where to go. */
  address: line,
  /** For professional committees: the categories they take. */
  categories: z.array(z.enum(categoryIds)).optional(),
})

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

const colourSchema = z.strictObject({
  id,
  /** One character: 绿. */
  name: line,
  /** What it means in this county. */
  meaning: line,
  /** Its shape, so that colour is never the only sign. */
  icon: z.enum(['leaf', 'info', 'triangle', 'octagon']),
  /** Which measured pair of colours shows it. */
  tone: z.enum(['green', 'blue', 'yellow', 'red']),
})

export const warningsSchema = z.strictObject({
  /** The colours, calmest first. */
  scheme: z.array(colourSchema).min(2),
  /** What lifts a case to at least which colour. */
  signs: z.array(
    z.strictObject({
      sign: z.enum(['half', 'late', 'today', 'overdue', 'danger', 'returns', 'reopened', 'linked', 'people']),
      /** For signs that are counted. */
      atLeast: z.int().positive().optional(),
      colour: id,
    }),
  ),
})

export const hotlineSchema = z.strictObject({ id, name: line, number: phone, purpose: line })

type Site = z.infer<typeof siteSchema>
export type Area = z.infer<typeof areaSchema>
export type Unit = z.infer<typeof unitSchema>
export type ClockRule = z.infer<typeof clockSchema>
export type Limit = z.infer<typeof limitSchema>
/** What a case page says of a limit; the rest stands with the library. */
type CaseLimit = Omit<Limit, 'before' | 'breaks'>
type Warnings = z.infer<typeof warningsSchema>
export type WarningColour = Warnings['scheme'][number]
export type Hotline = z.infer<typeof hotlineSchema>

/** Everything the build hands to the code. Law titles are only those that clocks and limits name. */
export interface County {
  site: Site
  areas: Area[]
  units: Unit[]
  clocks: ClockRule[]
  limits: CaseLimit[]
  warnings: Warnings
  hotlines: Hotline[]
  /** Article id → 《…》第…条, short. */
  articles: Record<string, string>
  calendar: { years: number[]; holidays: string[]; workdays: string[] }
}
