import { z } from 'zod'
import type { Hotline } from '#domain/content/county.ts'
import { clockSchema, limitSchema, untimedSchema } from '#domain/content/deadlines.ts'
import type { Law } from '#domain/content/law.ts'
import { limitMatterSchema } from '#domain/content/limit-matter.ts'
import type { Articles } from './texts/articles.ts'

/** Schema of content/deadlines.yaml. */
export const deadlinesSchema = z.strictObject({
  clocks: z.array(clockSchema),
  limits: z.array(limitSchema),
  untimed: z.array(untimedSchema),
  matters: z.array(limitMatterSchema),
})

/** The sources that the texts of the library cite, read from `content/` and checked. */
export interface Library {
  laws: Map<string, Law>
  /** Every article by id, `<law>-<number>`. */
  articles: Articles
  deadlines: z.infer<typeof deadlinesSchema>
  hotlines: Hotline[]
}
