import * as z from 'zod'
import type { CaseLimit, ClockRule, Untimed } from './deadlines.ts'
import type { Expert } from './experts.ts'
import { hour, id, line, phone } from './fields.ts'
import type { Area, Unit } from './regions.ts'
import type { Warnings } from './warnings.ts'

/**
 * Schemas of the data files a county edits in `content/`. The build reads the files with them and writes
 * `functions/generated/county.ts`; nothing else reads the YAML.
 */

export const siteSchema = z.strictObject({
  /** Name of the site, in the header. */
  name: line,
  /** The line under the name: what the site is. */
  tagline: line,
  /** The county's name. */
  county: line,
  /** Full address of the site, for sitemap and RSS. */
  url: z.url(),
  /** 主办单位. */
  organiser: line,
  /** 承办单位; empty: no line. */
  operator: z.string(),
  /** Telephone number of the site. */
  phone,
  /** Postal address. */
  address: z.string(),
  /** 网站标识码; empty: no line. */
  /** Where to report security holes (RFC 9116): a URI; empty: the telephone number is given. */
  securityContact: z.string().regex(/^$|^(mailto:|https:\/\/)\S+$/),
  siteCode: z.string(),
  /** ICP 备案号; empty: no line. */
  icp: z.string(),
  /** 公安备案号; empty: no line. */
  police: z.string(),
  /** A last line in the footer; empty: no line. */
  sampleNotice: z.string(),
  /** Target of the button 马上离开这一页. */
  leaveTo: z.url(),
})

export const hotlineSchema = z.strictObject({ id, name: line, number: phone, purpose: line })

/** Hours at which somebody reads what people in danger write (content/duty.yaml). */
const dutyEntry = z
  .strictObject({
    /** Days of the week: 1 is Monday, 7 Sunday. */
    days: z.array(z.int().min(1).max(7)).min(1),
    from: hour,
    to: hour,
    /** As shown to residents; no person's name. */
    who: line,
  })
  .refine(
    ({ from, to }) => from < to,
    'expected `from` before `to`; write hours over midnight as two entries',
  )

/** content/statistics.yaml: quarters whose petition figures may be published, as `2026-3`. */
export const statisticsSchema = z.strictObject({
  petitions: z.array(z.string().regex(/^\d{4}-[1-4]$/, 'expected a quarter such as "2026-3"')),
})

export const dutySchema = z.strictObject({ duty: z.array(dutyEntry) })

export type Duty = z.infer<typeof dutyEntry>
type Site = z.infer<typeof siteSchema>
export type Hotline = z.infer<typeof hotlineSchema>

/** Everything the build passes to the code. Law titles are only those named by clocks and limits. */
export interface County {
  site: Site
  areas: Area[]
  units: Unit[]
  clocks: ClockRule[]
  limits: CaseLimit[]
  untimed: Untimed[]
  warnings: Warnings
  hotlines: Hotline[]
  duty: Duty[]
  experts: Expert[]
  /** Quarters whose petition figures may be published. */
  clearedPetitions: string[]
  /** Article id → 《…》第…条, short. */
  articles: Record<string, string>
  calendar: { years: number[]; holidays: string[]; workdays: string[] }
}
