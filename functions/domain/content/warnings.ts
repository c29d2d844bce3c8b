import * as z from 'zod'
import { id, line } from './fields.ts'

/**
 * Schema of `content/warnings.yaml`: the colours of warnings, and the signs that raise a case to a colour.
 */

const colourSchema = z.strictObject({
  id,
  /** One character: 绿. */
  name: line,
  /** What it means in this county. */
  meaning: line,
  /** Its shape, so that colour is never the only indication. */
  icon: z.enum(['leaf', 'info', 'triangle', 'octagon']),
  /** The pair of colours, measured for contrast, that shows it. */
  tone: z.enum(['green', 'blue', 'yellow', 'red']),
  /** From this colour on somebody must look at the case; exactly one colour has it. */
  alarming: z.literal(true).optional(),
})

export const warningsSchema = z.strictObject({
  /** The colours, lowest first. */
  scheme: z
    .array(colourSchema)
    .min(2)
    .refine(
      (scheme) => scheme.filter(({ alarming }) => alarming).length === 1,
      'exactly one colour must be alarming: from it on, a person must look at the case',
    ),
  /** The lowest colour a case gets for each sign. */
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
