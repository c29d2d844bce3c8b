import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'
import { id, line } from './fields.ts'

/** Things that people confuse, side by side (`content/comparisons/<id>.yaml`). */

const cellSchema = z.strictObject({
  say: z.string().min(2).max(80),
  /** The articles that say so; a period in `say` must be in one of them, or in a limit. */
  articles: z.array(id).max(3).default([]),
  /** Limits of content/deadlines.yaml that it states. */
  limits: z.array(id).max(2).default([]),
})

export const comparisonSchema = z
  .strictObject({
    /** As a resident would ask it. */
    title: z.string().min(4).max(30),
    /** The difference in one sentence. */
    summary: z.string().min(4).max(60),
    category: z.enum(categoryIds),
    /** Violence, abuse, bullying: its page has a way to leave and a neutral title (rules.md R63). */
    exit: z.boolean().optional(),
    /** Words people search for. */
    tags: z.array(line).min(2),
    /** What is compared, two to four. */
    columns: z.array(z.string().min(2).max(8)).min(2).max(4),
    /** A question each, with a cell for each column. */
    rows: z
      .array(z.strictObject({ name: z.string().min(2).max(10), cells: z.array(cellSchema).min(2) }))
      .min(4)
      .max(9),
    /** What holds for all of them. */
    notes: z.array(cellSchema).max(3).default([]),
    /** Texts, situations and letters that lead to it. */
    lessons: z.array(line).min(1),
    situations: z.array(id).min(1),
    letters: z.array(id),
    /** Hotlines, in calling order. */
    contacts: z.array(line).min(1).max(4),
    /** The day somebody last compared it with the law. */
    reviewed: z.iso.date(),
  })
  .superRefine(({ columns, rows }, ctx) => {
    for (const { name, cells } of rows)
      if (cells.length !== columns.length)
        ctx.addIssue(`row ${name}: expected ${columns.length} cells, found ${cells.length}`)
  })

type Comparison = z.infer<typeof comparisonSchema>
/** One cell, or a note below the table. */
export type ComparisonCell = z.infer<typeof cellSchema>
/** A comparison with its id, which is its file name. */
export type NamedComparison = Comparison & { id: string }
