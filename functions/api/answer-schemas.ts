import * as z from 'zod'
import { audienceIds, fileKindIds } from '#domain/evidence/kinds.ts'
import { actionIds } from '#domain/following/followed-view.ts'
import { apiKinds } from '#domain/search/search-index.ts'
import { aboutIds } from '#domain/words/about.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { heldIds } from '#domain/words/held.ts'
import { levelIds } from '#domain/words/levels.ts'
import { ratingPeriodIds, ratingResultIds } from '#domain/words/ratings.ts'
import { statusIds } from '#domain/words/statuses.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { unitKindIds } from '#domain/words/unit-kinds.ts'
import { agreementSchema } from './agreement-document.ts'

/**
 * The answers of the API, for its OpenAPI document. `tests/worker/api/openapi.test.ts` checks real answers
 * against them.
 */

const instant = z.iso.datetime({ offset: true }).meta({ description: 'RFC 3339, +08:00' })
const nextSchema = z.array(z.object({ what: z.string(), by: z.iso.date() }))
const code = z.string().regex(/^\d{16}$/)
const caseNumber = z.string().regex(/^\d{4}-\d{6,7}$/)

/** Answer of POST /api/v1/cases: the new case, or the one an earlier identical request created. */
export const filedSchema = z.object({
  caseNumber,
  trackingCode: code,
  status: z.enum(statusIds),
  level: z.enum(levelIds),
  unit: z.string(),
  filedAt: instant,
  next: nextSchema,
  lastHash: z.string(),
  ignored: z.array(z.string()).optional(),
})

const clockSchema = z.object({
  name: z.string(),
  article: z.string().optional(),
  countyRule: z.string().optional(),
  startedAt: instant,
  dueAt: instant,
  provisional: z.boolean(),
  state: z.enum(['running', 'paused', 'met', 'overdue']),
  ifPassed: z.string(),
})

/** Answer of POST /api/v1/cases/files: a file as it is kept; `size` in bytes. */
export const fileSchema = z.object({
  id: z.string(),
  kind: z.enum(fileKindIds),
  size: z.int(),
})

/** A file as it is listed. */
const heldFile = fileSchema.extend({
  from: z.string(),
  audience: z.enum(audienceIds),
  at: instant,
  caption: z.string().meta({ description: 'What its giver called it; may be empty' }),
})

const meeting = {
  minutes: z.int(),
  place: z.string(),
  language: z.string(),
  guests: z.string().meta({ description: 'Who else was asked to come' }),
  apart: z.boolean().meta({ description: 'With the side of the holder alone' }),
}
const timesSchema = z.object({
  open: z
    .object({
      slots: z.array(z.object({ id: z.string(), start: instant })),
      chosen: z.array(z.string()).nullable().meta({ description: 'null: not answered yet' }),
      ...meeting,
    })
    .nullable(),
  planned: z.array(z.object({ start: instant, form: z.enum(['talk', 'council', 'hearing']), ...meeting })),
  postponed: z.boolean().meta({ description: 'Another day will be found' }),
})

/** A case as the holder of its tracking code sees it; see `publicJson`. */
export const publicSchema = z.object({
  caseNumber,
  side: z
    .enum(['complainant', 'other'])
    .meta({ description: 'The other side sees only what is addressed to them' }),
  status: z.enum(statusIds),
  level: z.enum(levelIds),
  unit: z.string(),
  unitSince: instant,
  lastHash: z.string(),
  clocks: z.array(clockSchema),
  timeline: z.array(z.object({ at: instant, kind: z.string(), text: z.string() })),
  messages: z.array(
    z.object({
      at: instant,
      from: z.string(),
      text: z.string(),
      call: z
        .object({ when: z.string().optional() })
        .optional()
        .meta({ description: 'The holder asks to be called' }),
      forOther: z
        .literal(true)
        .optional()
        .meta({ description: 'Words of the desk for the other side, not for the holder, who approves them' }),
      receipt: z
        .enum(['arrived', 'set-aside'])
        .optional()
        .meta({ description: 'Of words of the holder: they arrived; they were read and need no answer' }),
    }),
  ),
  turn: z.enum(['you', 'desk']).nullable(),
  can: z.array(z.enum(actionIds)).meta({ description: 'What the holder can do now; the list grows' }),
  files: z.array(heldFile).meta({ description: 'Files that the holder gave' }),
  invitation: z
    .object({ seq: z.int(), text: z.string() })
    .optional()
    .meta({ description: 'Words for the other side that wait for the complainant' }),
  times: timesSchema.optional().meta({ description: 'Meetings that the holder was asked to' }),
  pending: z
    .object({ what: z.enum(heldIds), effectiveAt: instant, afterTalk: z.boolean() })
    .optional()
    .meta({ description: 'What the holder has asked for, and when it takes effect' }),
  more: z
    .object({ before: z.string() })
    .nullable()
    .meta({ description: 'Send `before` back for older messages and steps; null if there are none' }),
  next: nextSchema,
  mergedInto: z
    .object({ caseNumber, status: z.enum(statusIds).optional(), next: nextSchema.optional() })
    .optional()
    .meta({
      description:
        'Only of a case that was merged into another; status and next only if both were filed by one person',
    }),
})

/** Answer of POST /api/v1/cases/messages. */
export const arrivedSchema = z.object({ at: instant })
/** Answer of POST /api/v1/cases/urge. */
export const urgedSchema = z.object({
  at: instant,
  units: z.array(z.string()).meta({
    description: 'Who is told: the unit that has the case, and from the second time on the one above it',
  }),
})
/** Answer of POST /api/v1/cases/object. */
export const objectedSchema = z.object({
  at: instant,
  unit: z.string().meta({ description: 'The unit above, which alone reads the words' }),
})
/** Answer of POST /api/v1/cases/withdraw and /erase. */
export const heldSchema = z.object({
  effectiveAt: instant.meta({ description: 'Until then the request can be taken back' }),
  afterTalk: z.boolean().meta({
    description:
      'It waits for somebody to speak with the holder alone as well, as in every case at the county and in every case whose code staff gave. It stays true once that was done',
  }),
})
/** Answer to a request that was taken back. */
export const keptSchema = z.object({ effectiveAt: z.null() })
/** Answer of POST /api/v1/cases/copy: the whole public view, and what the holder gave. */
export const copySchema = publicSchema.extend({
  filedAt: instant.meta({ description: 'For others than who filed: when they were asked into the case' }),
  given: z.array(z.object({ field: z.string(), name: z.string(), text: z.string() })).meta({
    description:
      'What was filed, without what was said of danger, contact and the person complained of; of others than who filed their own name and telephone',
  }),
  answers: z.array(z.object({ kind: z.string(), at: instant, text: z.string(), byStaff: z.boolean() })).meta({
    description: 'What the holder answered and decided; `byStaff`: said to staff, who wrote it down',
  }),
  ratings: z.array(
    z.object({
      period: z.enum(ratingPeriodIds),
      answeredAt: instant,
      result: z.enum(ratingResultIds),
      treated: z.int(),
      text: z.string(),
    }),
  ),
  agreement: agreementSchema.optional().meta({ description: 'What was concluded; no draft is copied' }),
})
const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** Answer of POST /api/v1/cases/proof. */
export const proofSchema = z.object({
  caseNumber,
  state: z.enum(['locked', 'waiting', 'broken']).meta({
    description:
      'locked: every row fits, and the path leads to the root; waiting: every row fits, no root covers the case yet; broken: a row or the path does not fit',
  }),
  filedHash: hash.meta({ description: 'Of the filing, as its slip prints it' }),
  lastHash: hash,
  proof: z
    .object({
      day: z.iso.date(),
      root: hash,
      head: hash.meta({ description: 'The newest hash at the end of that day' }),
      salt: z.string().regex(/^[0-9a-f]{32}$/),
      index: z.int(),
      path: z.array(hash).meta({ description: 'The nodes beside the way up, lowest first' }),
    })
    .nullable(),
  noted: z
    .enum(['known', 'unknown', 'unreadable'])
    .optional()
    .meta({ description: 'Only if `hash` was sent: whether the history has a row with it' }),
})
/** Answer of GET /api/v1/anchors. */
export const anchorsSchema = z.object({ days: z.array(z.object({ day: z.iso.date(), root: hash })) })
/** Answer of POST /api/v1/cases/rating. */
export const ratedSchema = z.object({ changeableUntil: instant })

const foundSchema = z.object({
  kind: z.enum(apiKinds),
  title: z.string(),
  url: z.string(),
  category: z.enum(categoryIds),
  excerpt: z.string(),
})

/** Answer of GET /api/v1/search. */
export const answersSchema = z.object({ urgent: z.array(foundSchema), results: z.array(foundSchema) })

const listOf = <Id extends string>(ids: readonly [Id, ...Id[]], more: z.ZodRawShape = {}) =>
  z.array(z.object({ id: z.enum(ids), name: z.string(), ...more }))

/** Answer of GET /api/v1/vocabulary. */
export const vocabularySchema = z.object({
  tracks: listOf(trackIds, { purpose: z.string() }),
  categories: listOf(categoryIds, { examples: z.string() }),
  levels: listOf(levelIds),
  unitKinds: listOf(unitKindIds, { makesAgreements: z.boolean() }),
  statuses: listOf(statusIds),
  regions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      level: z.enum(levelIds),
      parent: z.string().nullable(),
      mergedInto: z.string().optional(),
    }),
  ),
  about: listOf(aboutIds),
})

/** Every error of the API (RFC 9457). */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
})
