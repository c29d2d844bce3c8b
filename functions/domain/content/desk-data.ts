import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'
import { id } from './fields.ts'
import type { MediationReportData } from './mediation-report.ts'
import type { SearchWords } from './reference.ts'

/**
 * Schemas of what staff read and choose at the desk: `content/handbook.yaml`, `content/checklist.yaml` and
 * `content/duties.yaml`. Only the build reads the files with them (`site/build/generate-desk.ts`); the desk
 * gets validated values and the types.
 */

const line = z.string().min(1, 'must not be empty')
/** `<law>-<number>`; the build looks it up in content/laws. */
const article = z.string().regex(/^[a-z-]+-\d+(-\d+)?$/, 'an article id, for example people-mediation-17')

/** Ids must be unique within a list: the page links to them, and a tip stores the one that was chosen. */
const distinct = <T extends { id: string }>(list: T[], context: z.RefinementCtx): void => {
  const seen = new Set<string>()
  for (const { id } of list) {
    if (seen.has(id)) context.addIssue({ code: 'custom', message: `id "${id}" is defined twice` })
    seen.add(id)
  }
}

export const handbookSchema = z.strictObject({
  /** Below the title: what the handbook is and what it is not. */
  intro: line,
  sections: z
    .array(
      z.strictObject({
        /** Anchor on the page for links. */
        id,
        /** Heading, and entry in the table of contents. */
        title: line,
        /** One or two sentences before the steps. */
        intro: line,
        /** The steps, in order. */
        steps: z
          .array(
            z.strictObject({
              /** The mediator's name for the step, or its subject. */
              name: line,
              /** Two or three sentences a mediator can say. */
              text: line,
            }),
          )
          .min(1),
        /** Articles it is based on; empty if it is practice, not law. */
        articles: z.array(article),
        /** A closing note: its origin or a caution. */
        note: line.optional(),
      }),
    )
    .min(1)
    .superRefine(distinct),
})

/** Longest item of the check-list, to be readable at a glance on a phone. */
const checklistTextLength = 30

/**
 * Words that no item of the check-list may contain. Items name matters: a list of persons, of petitioners or
 * of people to watch is not built here, and the law forbids retaliation (信访工作条例 18, 46).
 */
const aboutPersons =
  /[某×XＸ]|姓名|身份证|手机号|老[王李张刘陈杨赵黄周吴]|重点人|特殊人群|信访人|上访|越级|缠访|闹访|维稳|稳控|管控|盯|监视|监控|名单|黑名单|刑满|吸毒|精神病|钉子户|刁民|闹事|的人$/

const matter = line
  .max(checklistTextLength, `at most ${checklistTextLength} characters`)
  .refine((text) => !aboutPersons.test(text), {
    error: 'names a matter, never persons, petitioners or people to watch',
  })

export const checklistSchema = z.strictObject({
  /** true for the list shipped with the software; a county replaces the list and writes false. */
  sample: z.boolean(),
  /** Above the list: how to use it. */
  notice: line,
  kinds: z
    .array(
      z.strictObject({
        id,
        /** Name of the kind, short enough for one line on a phone. */
        name: matter.max(12, 'at most 12 characters'),
        items: z
          .array(
            z.strictObject({
              /** Stored with the tip, so a number is never reused. */
              id,
              /** The matter, in words that identify nobody. */
              text: matter,
              /** The subject the tip gets. */
              category: z.enum(categoryIds),
              /** Whatever is chosen here is registered as a tip (纠纷线索), never as another track. */
              track: z.literal('tip', 'must be tip'),
            }),
          )
          .min(1),
      }),
    )
    .min(1)
    .superRefine(distinct)
    .superRefine((kinds, context) =>
      distinct(
        kinds.flatMap(({ items }) => items),
        context,
      ),
    ),
})

export const dutiesSchema = z.strictObject({
  /** What to do first, before any report. */
  first: line,
  duties: z
    .array(
      z.strictObject({
        id,
        /** Who is bound by the article. */
        who: line,
        /** What they must do, when and towards whom. */
        what: line,
        /** The article that says so. */
        article,
        /** A line to copy into the record, with 〔…〕 to be filled in. */
        record: line,
      }),
    )
    .min(1)
    .superRefine(distinct),
  /** What else to consider. */
  note: line,
})

type Handbook = z.infer<typeof handbookSchema>
export type HandbookSection = Handbook['sections'][number]
type Checklist = z.infer<typeof checklistSchema>
export type ChecklistKind = Checklist['kinds'][number]
export type ChecklistItem = ChecklistKind['items'][number]
type Duties = z.infer<typeof dutiesSchema>
export type Duty = Duties['duties'][number]

/** Everything the build passes to the desk (`functions/generated/desk.ts`). */
export interface DeskData {
  handbook: Handbook
  checklist: Checklist
  duties: Duties
  /** The monthly report of people's mediation, and pay per case. */
  mediationReport: MediationReportData
  /** Article id → 《…》第…条, for every article the three files name. */
  articles: Record<string, string>
  /** Words that say that a person is in danger, from `content/search.yaml`: nothing of the kind is recorded on the spot. */
  danger: SearchWords['danger']
}
