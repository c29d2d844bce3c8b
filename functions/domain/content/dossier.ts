import * as z from 'zod'
import { audienceIds } from '#domain/content/dossier-facts.ts'
import { statusIds } from '#domain/words/statuses.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { id, line } from './fields.ts'

/**
 * Schemas of `content/dossier.yaml`: the file of a case (卷宗) and the papers for its people, as a county prints them. Only
 * the build reads it with them (`site/build/generate-dossier.ts`); the desk gets validated values and the types.
 */

/**
 * Where a document comes from. `case`: what happened in the case, so it stands or is missing; `always`: part of every file;
 * `form`: printed when it is needed and written by hand; `paper`: exists on paper only, and the index has a line for it.
 */
const madeIds = ['case', 'always', 'form', 'paper'] as const

const rowSchema = z.tuple([line, z.string()])

const documentSchema = z.strictObject({
  id,
  title: line,
  made: z.enum(madeIds),
  /** Whom it is for: this decides which facts its text may name. */
  for: z.enum(audienceIds),
  /** The letters of its number (文号); absent: it has none. */
  word: line.optional(),
  /** One line for staff: what it is, or what it needs before it stands. */
  note: line,
  /** Whom it is addressed to, above the text. */
  to: line.optional(),
  /** Paragraphs before the table of facts. */
  lead: z.array(line).optional(),
  /** The table of facts: a name and a text. */
  rows: z.array(rowSchema).optional(),
  text: z.array(line).optional(),
  /** Articles that are printed word for word below the text. */
  quote: z.array(id).optional(),
  /** Who signs, each with a place. */
  sign: z.array(line).optional(),
  /** The unit signs with its name, the day and its seal. */
  seal: z.boolean().optional(),
  /** A return slip to tear off: its text. */
  slip: z.array(line).optional(),
  /** A document of the case that can also be written by hand: what a blank sheet has instead. */
  blank: z
    .strictObject({
      lead: z.array(line),
      rows: z.array(rowSchema),
      text: z.array(line),
      sign: z.array(line),
      seal: z.boolean(),
    })
    .partial()
    .optional(),
})

const distinct = <T>(list: T[], keyOf: (one: T) => string, context: z.RefinementCtx): void => {
  const seen = new Set<string>()
  for (const one of list) {
    const key = keyOf(one)
    if (seen.has(key)) context.addIssue({ code: 'custom', message: `"${key}" is defined twice` })
    seen.add(key)
  }
}

export const dossierSchema = z.strictObject({
  /** true for what is shipped with the software; a county replaces it and writes false. */
  sample: z.boolean(),
  /** On every printed page while it is the sample. */
  notice: line,
  number: z.strictObject({
    /** The form of a number: {unit}, {word}, {year}, {serial}. */
    form: line.refine(
      (form) => ['{unit}', '{word}', '{year}', '{serial}'].every((one) => form.includes(one)),
      {
        error: 'must hold {unit}, {word}, {year} and {serial}',
      },
    ),
    /** `case`: the digits of the case number; `hand`: a blank, for a unit that keeps a register of numbers on paper. */
    serial: z.enum(['case', 'hand']),
    /** Short names of the units that sign documents, by id. */
    units: z.record(id, line),
  }),
  /** How long a file is kept, by how its case ended; `else` for all others. */
  retention: z.strictObject({ else: line }).catchall(line),
  /** The files, each with the tracks it is for and its documents in order. */
  files: z
    .array(
      z.strictObject({
        id,
        title: line,
        tracks: z.array(z.enum(trackIds)).min(1),
        documents: z.array(id).min(1),
      }),
    )
    .superRefine((files, context) =>
      distinct(
        files.flatMap(({ tracks }) => tracks),
        (track) => track,
        context,
      ),
    ),
  documents: z
    .array(documentSchema)
    .superRefine((documents, context) => distinct(documents, (one) => one.id, context)),
})

/** The keys of `retention` that are not `else` must be statuses. */
export const isRetentionKey = (key: string): boolean =>
  key === 'else' || (statusIds as readonly string[]).includes(key)

export type DocumentData = z.infer<typeof documentSchema>
export type DossierFile = z.infer<typeof dossierSchema>['files'][number]

/** An article as it is printed. */
export interface PrintedArticle {
  title: string
  text: string[]
}

/** Everything the build passes to the desk about documents (`functions/generated/desk.ts`). */
export type DossierData = z.infer<typeof dossierSchema> & {
  /** Every article that a document names or quotes, by id. */
  articles: Record<string, PrintedArticle>
}
