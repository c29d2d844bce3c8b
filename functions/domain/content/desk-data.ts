import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'

/**
 * Shapes of what staff read and pick at the desk: `content/handbook.yaml`, `content/checklist.yaml` and
 * `content/duties.yaml`. Only the build reads the files with these schemas (`site/build/generate-desk.ts`); the desk
 * gets finished values and the types.
 */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single dashes')
const line = z.string().min(1, 'must not be empty')
/** `<law>-<number>`; the build looks it up in content/laws. */
const article = z.string().regex(/^[a-z-]+-\d+(-\d+)?$/, 'an article id, for example people-mediation-17')

/** Ids of a list may stand once only: the page links to them, and a tip keeps the one that was picked. */
const distinct = <T extends { id: string }>(list: T[], context: z.RefinementCtx): void => {
  const seen = new Set<string>()
  for (const { id } of list) {
    if (seen.has(id)) context.addIssue({ code: 'custom', message: `id "${id}" stands twice` })
    seen.add(id)
  }
}

export const handbookSchema = z.strictObject({
  /** Under the title: what the handbook is and what it is not. */
  intro: line,
  sections: z
    .array(
      z.strictObject({
        /** Place on the page: links lead to it. */
        id,
        /** Heading, and line in the table of contents. */
        title: line,
        /** One or two sentences before the steps. */
        intro: line,
        /** What to do, one after the other. */
        steps: z
          .array(
            z.strictObject({
              /** The word a mediator knows, or what the step is about. */
              name: line,
              /** Two or three sentences he can use. */
              text: line,
            }),
          )
          .min(1),
        /** Articles it rests on; empty where it is practice and not law. */
        articles: z.array(article),
        /** A last word: where it comes from, or what to beware of. */
        note: line.optional(),
      }),
    )
    .min(1)
    .superRefine(distinct),
})

/** Longest line of the check-list: it has to be read at a glance on a phone. */
const checklistTextLength = 30

/**
 * What no line of the check-list may say. It names matters; a list of persons, of people who petition or of people to
 * be watched is not built here, and the law forbids retaliation (信访工作条例 18, 46).
 */
const aboutPersons =
  /[某×XＸ]|姓名|身份证|手机号|老[王李张刘陈杨赵黄周吴]|重点人|特殊人群|信访人|上访|越级|缠访|闹访|维稳|稳控|管控|盯|监视|监控|名单|黑名单|刑满|吸毒|精神病|钉子户|刁民|闹事|的人$/

const matter = line
  .max(checklistTextLength, `at most ${checklistTextLength} characters`)
  .refine((text) => !aboutPersons.test(text), {
    error: 'name a matter: no persons, nobody who petitions, nobody to be watched',
  })

export const checklistSchema = z.strictObject({
  /** true: the list that came with the software; a county replaces it by its own and writes false. */
  sample: z.boolean(),
  /** Over the list: how to use it. */
  notice: line,
  kinds: z
    .array(
      z.strictObject({
        id,
        /** Name of the kind, at most so long that it stays on one line of a phone. */
        name: matter.max(12, 'at most 12 characters'),
        items: z
          .array(
            z.strictObject({
              /** Kept with the tip: a number that is given away stays given away. */
              id,
              /** The matter, in words that name no one. */
              text: matter,
              /** The subject the tip gets. */
              category: z.enum(categoryIds),
              /** What is picked here is registered as a tip (纠纷线索) and as nothing else. */
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
  /** What comes first, before any report. */
  first: line,
  duties: z
    .array(
      z.strictObject({
        id,
        /** Whom the article binds. */
        who: line,
        /** What he must do, when and towards whom. */
        what: line,
        /** The article that says so. */
        article,
        /** A line to copy into the record; 〔…〕 is filled in. */
        record: line,
      }),
    )
    .min(1)
    .superRefine(distinct),
  /** What else to keep in mind. */
  note: line,
})

type Handbook = z.infer<typeof handbookSchema>
export type HandbookSection = Handbook['sections'][number]
type Checklist = z.infer<typeof checklistSchema>
export type ChecklistKind = Checklist['kinds'][number]
export type ChecklistItem = ChecklistKind['items'][number]
type Duties = z.infer<typeof dutiesSchema>
export type Duty = Duties['duties'][number]

/** Everything the build hands to the desk (`functions/generated/desk.ts`). */
export interface DeskData {
  handbook: Handbook
  checklist: Checklist
  duties: Duties
  /** Article id → 《…》第…条, of every article the three files name. */
  articles: Record<string, string>
}
