import * as z from 'zod'
import { lengths, units } from '#domain/basics/bounds.ts'
import { ratingResultIds } from '#domain/words/ratings.ts'
import { county } from '#generated/county.ts'
import { agreementBodies, agreementSchema } from './agreement-document.ts'
import {
  anchorsSchema,
  answersSchema,
  arrivedSchema,
  copySchema,
  filedSchema,
  fileSchema,
  heldSchema,
  keptSchema,
  objectedSchema,
  problemSchema,
  proofSchema,
  publicSchema,
  ratedSchema,
  urgedSchema,
  vocabularySchema,
} from './answer-schemas.ts'
import { fileSchemas } from './files-document.ts'
import { filingDocument } from './filing-document.ts'
import { holderBodies } from './holder-document.ts'
import { openapiPaths } from './openapi-paths.ts'

const schema = (type: z.core.$ZodType) => {
  const { $schema: _, ...made } = z.toJSONSchema(type, {
    unrepresentable: 'any',
    target: 'draft-2020-12',
    // Fields may be added at any time (rules.md R1): a client that rejects unknown fields would break.
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties
      // `date` and `date-time` say it; their pattern is two hundred signs each time.
      if (jsonSchema.format) delete jsonSchema.pattern
    },
  })
  return made
}

const codeFields = {
  trackingCode: { type: 'string', description: 'As on the slip', maxLength: units.trackingCode },
  caseNumber: { type: 'string', maxLength: units.short },
}

/** The OpenAPI 3.1 document. Written by the build, so that the Worker needs no schema generator. */
export const openapiDocument = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Liuchixiang',
    version: '1',
    description: 'Filing and following of cases. No cookies, no login.',
    license: { name: 'MIT', identifier: 'MIT' },
    contact: { name: county.site.organiser || county.site.name, url: county.site.url },
  },
  servers: [{ url: county.site.url }],
  security: [],
  paths: openapiPaths,
  components: {
    schemas: {
      Filing: filingDocument(),
      Filed: schema(filedSchema),
      Track: {
        type: 'object',
        properties: {
          ...codeFields,
          before: { type: 'string', description: 'From `more`, for older messages and steps' },
        },
        required: ['trackingCode'],
      },
      Message: {
        type: 'object',
        properties: {
          ...codeFields,
          text: {
            type: 'string',
            maxLength: lengths.reply,
            description: 'May be empty with `call`',
          },
          call: {
            type: 'object',
            description: 'Asks to be called, if the filing has a phone',
            properties: {
              number: {
                type: 'string',
                description: 'A number of the filing, whole or its last four digits',
              },
              when: { type: 'string', maxLength: lengths.callWhen },
            },
          },
        },
        required: ['trackingCode', 'text'],
      },
      Arrived: schema(arrivedSchema),
      Rating: {
        type: 'object',
        properties: {
          ...codeFields,
          result: { type: 'string', enum: ratingResultIds },
          treated: { type: 'integer', minimum: 1, maximum: 5, description: 'How the holder was treated' },
          text: { type: 'string', maxLength: lengths.rating, description: 'Read by nobody but the holder' },
        },
        required: ['trackingCode', 'result', 'treated'],
      },
      Rated: schema(ratedSchema),
      ...fileSchemas(codeFields),
      GivenFile: schema(fileSchema),
      ...holderBodies(codeFields),
      ...agreementBodies(codeFields),
      Agreement: schema(agreementSchema),
      Urged: schema(urgedSchema),
      Objected: schema(objectedSchema),
      Copy: schema(copySchema),
      Proof: schema(proofSchema),
      Anchors: schema(anchorsSchema),
      Held: schema(heldSchema),
      Kept: schema(keptSchema),
      Case: schema(publicSchema),
      Found: schema(answersSchema),
      Vocabulary: schema(vocabularySchema),
      Problem: schema(problemSchema),
    },
  },
})
