import * as z from 'zod'
import { expertFieldIds } from '#domain/words/expert-fields.ts'
import { hour, id, line } from './fields.ts'

/** Schema of content/experts.yaml: the experts (专家库) whom the people of a case can consult, and their hours. */

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Hours of every week; `day` 1 is Monday, 7 Sunday. */
const weeklySchema = z.strictObject({ day: z.int().min(1).max(7), from: hour, to: hour })

export const expertSchema = z
  .strictObject({
    /** Never reused: bookings refer to it. */
    id,
    field: z.enum(expertFieldIds),
    /** As shown to residents. */
    name: line,
    /** What they are. */
    title: line,
    /** The unit in regions.yaml that keeps the room and the sheet of the day. */
    unit: id,
    place: line,
    /** Of one consultation, in minutes. */
    length: z.int().min(10).max(180),
    weekly: z.array(weeklySchema).min(1),
    /** Days on which they are not there. */
    off: z.array(z.iso.date()),
  })
  .superRefine(({ weekly, length }, context) => {
    for (const [index, { day, from, to }] of weekly.entries()) {
      const refuse = (message: string) =>
        context.addIssue({ code: 'custom', path: ['weekly', index], message })
      if (minutesOf(from) + length > minutesOf(to))
        refuse(
          `expected ${length} minutes or more between ${from} and ${to}; write hours over midnight as two`,
        )
      if (weekly.slice(0, index).some((one) => one.day === day && one.from < to && from < one.to))
        refuse('expected hours that do not overlap others of the same day')
    }
  })

export const expertsSchema = z.strictObject({ experts: z.array(expertSchema) })

export type Expert = z.infer<typeof expertSchema>
