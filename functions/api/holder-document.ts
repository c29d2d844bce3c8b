import { lengths } from '#domain/basics/bounds.ts'
import { api } from '#domain/routes/site.ts'
import type { DocumentParts } from './document-parts.ts'

/** What the holder of a code can do beside writing and rating, for the OpenAPI document. */

export const holderPaths = ({ json, failure, body, repeatKey, refusedCode, staffSaw }: DocumentParts) => ({
  [api.urge]: {
    post: {
      operationId: 'urgeDesk',
      summary: 'Urge the unit that has the case: once for each clock, after half of it',
      description:
        'The second urge of a case goes to the unit above as well. It changes neither status nor clocks.',
      parameters: [repeatKey],
      requestBody: body('Act'),
      responses: {
        '201': json('Urged', 'Stored'),
        ...refusedCode,
        '409': failure(`Nothing can be urged now; \`detail\` says from when`),
      },
    },
  },
  [api.object]: {
    post: {
      operationId: 'objectToResult',
      summary: 'Ask the unit above for a look, after a result: once for each',
      description:
        'It stops no period. At the county nobody is above: the page has a letter to print instead.',
      parameters: [repeatKey],
      requestBody: body('Objection'),
      responses: {
        '201': json('Objected', 'Stored'),
        ...refusedCode,
        '409': failure(`Nothing can be objected to now; \`detail\` says what can be done`),
      },
    },
  },
  [api.copy]: {
    post: {
      operationId: 'copyCase',
      summary: 'All that the holder gave and was told, and nothing of others',
      requestBody: body('Act'),
      responses: { '200': json('Copy', 'The whole case'), ...refusedCode },
    },
  },
  [api.withdraw]: {
    post: {
      operationId: 'withdrawCase',
      summary: 'Ask to withdraw the case, or take the request back',
      description:
        'It takes effect after seven days; at the county somebody also speaks with the holder alone first. Until then the case goes on.',
      parameters: [repeatKey],
      requestBody: body('HeldRequest'),
      responses: {
        '200': json('Kept', 'Taken back'),
        '202': json('Held', 'Waits'),
        ...refusedCode,
        '409': failure(`The case has ended, it was asked for before, or nothing waits. ${staffSaw}`),
      },
    },
  },
  [api.erase]: {
    post: {
      operationId: 'eraseHolder',
      summary: 'Ask to erase what the holder gave of themselves, or take the request back',
      description:
        'Only after the end of the case. It takes effect after seven days and the periods for confirmation, performance and review; at the county somebody also speaks with the holder alone first. Then the code opens nothing any more.',
      parameters: [repeatKey],
      requestBody: body('HeldRequest'),
      responses: {
        '200': json('Kept', 'Taken back'),
        '202': json('Held', 'Waits'),
        ...refusedCode,
        '409': failure(`The case is open, it was asked for before, or nothing waits. ${staffSaw}`),
      },
    },
  },
})

/** The bodies of its calls. */
export const holderBodies = (codeFields: object) => ({
  Objection: {
    type: 'object',
    properties: { ...codeFields, text: { type: 'string', minLength: 1, maxLength: lengths.objection } },
    required: ['trackingCode', 'text'],
  },
  HeldRequest: {
    type: 'object',
    properties: {
      ...codeFields,
      confirm: { type: 'boolean', description: 'true asks for it' },
      cancel: { type: 'boolean', description: 'true takes it back' },
    },
    required: ['trackingCode'],
  },
  Act: { type: 'object', properties: codeFields, required: ['trackingCode'] },
})
