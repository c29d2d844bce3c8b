import * as z from 'zod'
import { type ItemSaying, itemSayings } from '#domain/following/agreeing.ts'
import { api } from '#domain/routes/site.ts'
import { agreementForms } from '#domain/words/agreement-forms.ts'
import type { DocumentParts } from './document-parts.ts'

/** The calls about an agreement (人民调解协议), for the OpenAPI document. */

const people = z.array(z.int()).meta({ description: 'Numbers of `parties`' })

/** Answer of POST /api/v1/cases/agreement: the same for everybody who makes it. */
export const agreementSchema = z.object({
  version: z.int(),
  sum: z.string().meta({ description: 'SHA-256 over salt and text: the same for everybody' }),
  parties: z.array(z.object({ party: z.int(), name: z.string() })),
  facts: z.string(),
  items: z.array(
    z.object({
      id: z.int(),
      by: people,
      to: people,
      what: z.string(),
      amountFen: z.int().optional().meta({ description: 'Hundredths of a yuan' }),
      dueOn: z.iso.date().optional(),
      state: z.enum(['open', 'done', 'received', 'missed']),
    }),
  ),
  how: z.string(),
  mediators: z.array(z.string()),
  form: z.enum(Object.keys(agreementForms)).optional().meta({ description: 'Absent while it is a draft' }),
  effectiveOn: z.iso.date().optional(),
  confirmedOn: z.iso.date().optional(),
})

export const agreementPaths = ({ json, failure, body, repeatKey, refusedCode, staffSaw }: DocumentParts) => ({
  [api.agreement]: {
    post: {
      operationId: 'readAgreement',
      summary: 'The newest version of the agreement, a draft or concluded',
      requestBody: body('Act'),
      responses: {
        '200': json('Agreement', 'The text'),
        ...refusedCode,
        '409': failure('There is none, or none that the holder may know of'),
      },
    },
  },
  [api.agreementRead]: {
    post: {
      operationId: 'markAgreementRead',
      summary: 'Say that this version of the draft was read: it concludes nothing',
      parameters: [repeatKey],
      requestBody: body('AgreementRead'),
      responses: {
        '201': json('Arrived', 'Stored'),
        ...refusedCode,
        '409': failure(`Another version was written since, or it was concluded. ${staffSaw}`),
      },
    },
  },
  [api.agreementItem]: {
    post: {
      operationId: 'sayOfItem',
      summary: 'Say of an item that it was done, by who owes it; or done or not, by who is owed',
      parameters: [repeatKey],
      requestBody: body('AgreementItem'),
      responses: {
        '201': json('Arrived', 'Stored'),
        ...refusedCode,
        '409': failure(`Not concluded, not theirs, not due, or over; \`detail\` says which. ${staffSaw}`),
      },
    },
  },
})

/** The bodies of its calls. */
export const agreementBodies = (codeFields: object) => ({
  AgreementRead: {
    type: 'object',
    properties: { ...codeFields, version: { type: 'integer' } },
    required: ['trackingCode', 'version'],
  },
  AgreementItem: {
    type: 'object',
    properties: {
      ...codeFields,
      item: { type: 'integer' },
      says: { type: 'string', enum: Object.keys(itemSayings) as ItemSaying[] },
    },
    required: ['trackingCode', 'item', 'says'],
  },
})
