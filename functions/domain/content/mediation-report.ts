import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'

/** Schema of content/mediation-report.yaml: the county's form of the monthly report, and its rule of pay per case. */

const line = z.string().min(1, 'must not be empty')
const yuan = z.nullable(z.int().min(0).max(100_000))

export const mediationReportSchema = z.strictObject({
  kinds: z
    .array(z.strictObject({ name: line, categories: z.array(z.enum(categoryIds)).min(1) }))
    .superRefine((kinds, context) => {
      const named = kinds.flatMap(({ categories }) => categories)
      for (const id of categoryIds) {
        const times = named.filter((category) => category === id).length
        if (times !== 1)
          context.addIssue({
            code: 'custom',
            message: `category "${id}" stands under ${times} kinds, not under one`,
          })
      }
    }),
  /** Who published the kinds; null if they are the county's own. */
  source: z.nullable(z.strictObject({ name: line, day: z.iso.date(), href: z.url() })),
  /** How categories are counted, where a reader could expect otherwise. */
  note: z.nullable(line),
  /** true while the sums of pay are those shipped with the software; a county writes its own and false. */
  sample: z.boolean(),
  notice: line,
  splitDays: z.int().min(1).max(90),
  pay: z.strictObject({ oral: yuan, written: yuan }),
})

export type MediationReportData = z.infer<typeof mediationReportSchema>
