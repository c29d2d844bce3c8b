import * as z from 'zod'
import { id } from './fields.ts'

/** A group of limits on the chart of last days (`matters` of content/deadlines.yaml). */
export const limitMatterSchema = z.strictObject({
  name: z.string().min(2).max(12),
  limits: z.array(id).min(1),
})

export type LimitMatter = z.infer<typeof limitMatterSchema>
