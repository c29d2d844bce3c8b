import * as z from 'zod'
import { id, line } from './fields.ts'

/** A matter that is not for mediation, and the numbers of those who handle it. */
const otherMatterSchema = z.strictObject({
  id,
  /** The matter, as people say it. */
  ask: z.string().min(3).max(24),
  /** What to have ready, or where to go first. */
  say: z.string().min(6).max(60),
  /** Hotlines, first the one to ring first. */
  contacts: z.array(line).min(1).max(3),
  /** More words for the search. */
  words: z.array(z.string().min(1).max(12)).min(3),
})

/** The groups of `content/other-matters.yaml`. */
export const otherMattersSchema = z.array(
  z.strictObject({ name: z.string().min(2).max(12), matters: z.array(otherMatterSchema).min(1) }),
)

export type OtherMatters = z.infer<typeof otherMattersSchema>
