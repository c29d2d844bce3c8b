import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'
import { levelIds } from '#domain/words/levels.ts'
import { unitKindIds } from '#domain/words/unit-kinds.ts'
import { id, line, phone } from './fields.ts'

/** Areas and units of `content/regions.yaml`. */

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

export type Area = z.infer<typeof areaSchema>
export type Unit = z.infer<typeof unitSchema>
