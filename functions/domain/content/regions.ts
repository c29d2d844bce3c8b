import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'
import { levelIds } from '#domain/words/levels.ts'
import { unitKindIds } from '#domain/words/unit-kinds.ts'
import { id, line, phone } from './fields.ts'

/** Schemas of `content/regions.yaml`: areas and units. */

export const areaSchema = z.strictObject({
  /** Never reused: the database stores it. */
  id,
  level: z.enum(levelIds),
  /** The area one level up; absent for the county. */
  parent: id.optional(),
  /** Name on screen. */
  name: line,
  /** The area this one was merged into. */
  mergedInto: id.optional(),
})

export const unitSchema = z.strictObject({
  /** Never reused: the database stores it. */
  id,
  kind: z.enum(unitKindIds),
  /** The area it serves. */
  area: id,
  /** Name on screen, on slips and in agreements. */
  name: line,
  phone,
  /** Office hours of the telephone. */
  hours: line,
  /** Address for visitors. */
  address: line,
  /** Only for professional committees: the subjects they handle. */
  categories: z.array(z.enum(categoryIds)).optional(),
})

export type Area = z.infer<typeof areaSchema>
export type Unit = z.infer<typeof unitSchema>
