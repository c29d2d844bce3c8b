import * as z from 'zod'
import { id, line } from './fields.ts'

/** Colours of warning and the signs that lift a case to one: `content/warnings.yaml`. */

const colourSchema = z.strictObject({
  id,
  /** One character: 绿. */
  name: line,
  /** What it means in this county. */
  meaning: line,
  /** Its shape, so that colour is never the only sign. */
  icon: z.enum(['leaf', 'info', 'triangle', 'octagon']),
  /** Which measured pair of colours shows it. */
  tone: z.enum(['green', 'blue', 'yellow', 'red']),
  /** From this colour on somebody must look; one colour says so. */
  alarming: z.literal(true).optional(),
})

export const warningsSchema = z.strictObject({
  /** The colours, calmest first. */
  scheme: z
    .array(colourSchema)
    .min(2)
    .refine(
      (scheme) => scheme.filter(({ alarming }) => alarming).length === 1,
      'exactly one colour is alarming: from it on somebody must look',
    ),
  /** What lifts a case to at least which colour. */
  signs: z.array(
    z.strictObject({
      sign: z.enum(['half', 'late', 'today', 'overdue', 'danger', 'returns', 'reopened', 'linked', 'people']),
      /** For signs that are counted. */
      atLeast: z.int().positive().optional(),
      colour: id,
    }),
  ),
})

export type Warnings = z.infer<typeof warningsSchema>
export type WarningColour = Warnings['scheme'][number]
