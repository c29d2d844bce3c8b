import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'

/** A statute and its quoted articles, verbatim (`content/laws/<id>.yaml`). */
export const lawSchema = z.strictObject({
  /** Full name, as promulgated. */
  name: z.string().min(2),
  /** Name in running text, without 中华人民共和国. */
  short: z.string().min(2),
  /** Its section in the list of laws. */
  kind: z.enum(['law', 'regulation', 'rule', 'interpretation', 'party-rule']),
  /** The subject it belongs to. */
  category: z.enum(categoryIds),
  /** Violence, abuse, bullying: each of its pages has a way to leave and a neutral title (rules.md R63). */
  exit: z.boolean().optional(),
  /** Day of the quoted version. */
  promulgated: z.iso.date(),
  /** Day it took effect. */
  effective: z.iso.date(),
  /** Day the text was last compared with its source. */
  checked: z.iso.date(),
  /** Parts of a long statute, each on a page of its own, in order; absent: one page. */
  chapters: z
    .array(
      z.strictObject({
        /** Last segment of the URL. */
        id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        /** Its subject, after the statute's own headings. */
        name: z.string().min(2),
        /** Number of its first article. */
        from: z.string().regex(/^\d+$/),
        /** The subject it is listed under. */
        category: z.enum(categoryIds),
      }),
    )
    .optional(),
  /** Articles by number: "288", "291-2" for 第二百九十一条之二. The id of an article is `<law>-<number>`. */
  articles: z.record(
    z.string().regex(/^\d+(-\d+)?$/),
    z.strictObject({
      /** 第…条, as printed; 第…项 if an answer of the Supreme Court is numbered so. */
      number: z.string().regex(/^第.+(条(之.+)?|项)$/),
      /**
       * How well the text was checked: A two sources, B one current source, C an older source that needs
       * another check.
       */
      mark: z.enum(['A', 'B', 'C']),
      /** Only part of the article is quoted. */
      excerpt: z.boolean(),
      /** Paragraphs, verbatim. */
      text: z.array(z.string().min(1)).min(1),
      /** Its meaning in plain words; not the law. */
      plain: z
        .string()
        .regex(/^[^＝×＋+≤≥*]+$/u, 'in plain words: no arithmetic symbols, no asterisks')
        .regex(
          /^(?!.*(?:\p{Script=Han}[0-9A-Za-z]|[0-9A-Za-z%]\p{Script=Han}))/u,
          'a space between Chinese and figures or letters',
        )
        .nullable(),
    }),
  ),
})

export type Law = z.infer<typeof lawSchema>

/**
 * Whether a law was not yet in force on the day its text was last compared. Pages say from when it counts, and no
 * clock or limit may rest on it. Compare it again on its day (docs/law-review.md), and it counts.
 */
export const isPending = ({ effective, checked }: Pick<Law, 'effective' | 'checked'>): boolean =>
  effective > checked
