import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'

/** A statute with the articles that are quoted from it, word for word (`content/laws/<id>.yaml`). */
export const lawSchema = z.strictObject({
  /** Full name, as promulgated. */
  name: z.string().min(2),
  /** Name in running text, without 中华人民共和国. */
  short: z.string().min(2),
  /** Where it stands in the list of laws. */
  kind: z.enum(['law', 'regulation', 'rule', 'interpretation', 'party-rule']),
  /** The subject it belongs to. */
  category: z.enum(categoryIds),
  /** Day of the quoted version. */
  promulgated: z.iso.date(),
  /** Day it took effect. */
  effective: z.iso.date(),
  /** Day the words were last compared with their source. */
  checked: z.iso.date(),
  /** Parts of a long statute, each a page of its own, in order; absent: one page. */
  chapters: z
    .array(
      z.strictObject({
        /** Last part of the address. */
        id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        /** What it is about, after the statute's own headings. */
        name: z.string().min(2),
        /** Number of its first article. */
        from: z.string().regex(/^\d+$/),
        /** The subject it stands under. */
        category: z.enum(categoryIds),
      }),
    )
    .optional(),
  /** Articles by number: "288", "291-2" for 第二百九十一条之二. The id of an article is `<law>-<number>`. */
  articles: z.record(
    z.string().regex(/^\d+(-\d+)?$/),
    z.strictObject({
      /** 第…条, as printed; 第…项 where an answer of the Supreme Court counts so. */
      number: z.string().regex(/^第.+(条(之.+)?|项)$/),
      /** How well it was checked: A two sources, B one current source, C an older source to be checked again. */
      mark: z.enum(['A', 'B', 'C']),
      /** Only part of the article is quoted. */
      excerpt: z.boolean(),
      /** Paragraphs, word for word. */
      text: z.array(z.string().min(1)).min(1),
      /** What it says in plain words; not the law. */
      plain: z
        .string()
        .regex(/^[^＝×＋+≤≥*]+$/u, 'in plain words: no signs of sums, no stars')
        .regex(
          /^(?!.*(?:\p{Script=Han}[0-9A-Za-z]|[0-9A-Za-z%]\p{Script=Han}))/u,
          'a space between Chinese and figures or letters',
        )
        .nullable(),
    }),
  ),
})

export type Law = z.infer<typeof lawSchema>
