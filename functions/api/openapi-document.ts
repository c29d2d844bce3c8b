import * as z from 'zod'
import { categoryIds } from '../domain/categories.ts'
import { filingSchema } from '../domain/filing-schema.ts'
import { levelIds } from '../domain/levels.ts'
import { api } from '../domain/routes.ts'
import { searchKinds } from '../domain/search-index.ts'
import { statusIds } from '../domain/statuses.ts'

const instant = z.iso.datetime({ offset: true }).meta({ description: 'RFC 3339, +08:00' })
const nextSchema = z.array(z.object({ what: z.string(), by: z.iso.date() }))
const code = z.string().regex(/^\d{16}$/)
const caseNumber = z.string().regex(/^\d{4}-\d{6,7}$/)

const filedSchema = z.object({
  ...{ caseNumber, trackingCode: code, status: z.enum(statusIds), level: z.enum(levelIds), unit: z.string() },
  ...{ filedAt: instant, next: nextSchema, lastHash: z.string(), ignored: z.array(z.string()).optional() },
})

const clockSchema = z.object({
  ...{ name: z.string(), article: z.string().optional(), countyRule: z.string().optional() },
  ...{ startedAt: instant, dueAt: instant, provisional: z.boolean() },
  state: z.enum(['running', 'paused', 'met', 'overdue']),
  ifPassed: z.string(),
})

const publicSchema = z.object({
  ...{ caseNumber, status: z.enum(statusIds), level: z.enum(levelIds), unit: z.string(), unitSince: instant },
  lastHash: z.string(),
  clocks: z.array(clockSchema),
  timeline: z.array(z.object({ at: instant, kind: z.string(), text: z.string() })),
  messages: z.array(z.object({ at: instant, from: z.string(), text: z.string() })),
  next: nextSchema,
})

const foundSchema = z.object({
  ...{ kind: z.enum(searchKinds), title: z.string(), url: z.string() },
  ...{ category: z.enum(categoryIds), excerpt: z.string() },
})

const problemSchema = z.object({
  ...{ type: z.string(), title: z.string(), status: z.int(), detail: z.string().optional() },
  errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
})

const schema = (type: z.core.$ZodType, io: 'input' | 'output' = 'output') =>
  z.toJSONSchema(type, { io, unrepresentable: 'any', target: 'draft-2020-12' })

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string, description: string) => ({
  description,
  content: { 'application/json': { schema: ref(name) } },
})
const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})

const refused = {
  '400': failure('The body is not a JSON object, or a header is malformed'),
  '413': failure('The body is too large'),
  '415': failure('The body is not application/json'),
  '422': failure('Fields are wrong; `errors` names each'),
  '503': failure('Nothing was stored; try again'),
}

const body = (name: string) => ({ required: true, content: { 'application/json': { schema: ref(name) } } })

/** The OpenAPI 3.1 document; made by the build, so that the Worker carries no schema generator. */
export const openapiDocument = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Liuchixiang',
    version: '1',
    description: 'Filing and following of cases. No cookies, no login.',
  },
  paths: {
    [api.cases]: {
      post: {
        summary: 'File a case',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description: 'For 24 hours the same key and fields get the same answer; other fields 409.',
            schema: { type: 'string', pattern: '^[\\x21-\\x7e]{16,64}$' },
          },
        ],
        requestBody: body('Filing'),
        responses: {
          '201': json('Filed', 'Filed'),
          ...refused,
          '409': failure('The key was used for other fields'),
        },
      },
    },
    [api.track]: {
      post: {
        summary: 'Follow a case by its tracking code',
        requestBody: body('Track'),
        responses: {
          '200': json('Case', 'The public view'),
          ...refused,
          '404': failure('No case has this code'),
          '429': failure('Too many unknown codes from this address: give `caseNumber` as well'),
        },
      },
    },
    [api.search]: {
      get: {
        summary: 'Search lessons, stories, contacts, laws, guides and pages',
        parameters: [
          { name: 'q', in: 'query', required: true, schema: { type: 'string' } },
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50, default: 10 } },
        ],
        responses: {
          '200': json('Found', 'Help lines that go first, and results, best first'),
          '422': failure('`q` is empty or `limit` out of range'),
        },
      },
    },
    [api.vocabulary]: {
      get: { summary: 'Every word', responses: { '200': { description: 'Lists of { id, name, … }' } } },
    },
  },
  components: {
    schemas: {
      Filing: schema(filingSchema, 'input'),
      Filed: schema(filedSchema),
      Track: schema(z.object({ trackingCode: z.string(), caseNumber: z.string().optional() })),
      Case: schema(publicSchema),
      Found: schema(z.object({ urgent: z.array(foundSchema), results: z.array(foundSchema) })),
      Problem: schema(problemSchema),
    },
  },
})
