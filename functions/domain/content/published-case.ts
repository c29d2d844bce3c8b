import * as z from 'zod'

/** A case that a public body published (`content/published-cases.yaml`). Gist and result are in our words. */
export const publishedCaseSchema = z.strictObject({
  /** Never changed; lessons name it. */
  id: z.string().regex(/^PC\d{3}$/),
  /** The body that published it. */
  by: z.string().min(4),
  /** The publication: a series, a press release, a batch of typical cases. */
  in: z.string().min(4),
  /** Its name or number there; in 〔〕 if the title is ours. */
  name: z.string().min(2),
  /** Day of publication; absent if the copy that was read gives none. */
  published: z.iso.date().optional(),
  /** Where the publisher shows it. */
  url: z.url({ protocol: /^https$/ }).optional(),
  /** What happened, one sentence. */
  gist: z.string().min(4).max(60),
  /** How it ended, and why. */
  result: z.string().min(4).max(60),
})

export type PublishedCase = z.infer<typeof publishedCaseSchema>
