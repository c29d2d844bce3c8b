import { lengths, units } from '#domain/basics/bounds.ts'
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
  [api.consent]: {
    post: {
      operationId: 'sayWhetherToTalk',
      summary: 'A person of the other side agrees to talk, refuses, or disputes a refusal recorded by staff',
      description: 'One clear refusal ends the mediation; silence is none; who agreed can stop at any time.',
      parameters: [repeatKey],
      requestBody: body('Consent'),
      responses: {
        '201': json('Arrived', 'Stored'),
        ...refusedCode,
        '409': failure(`Only the other side says this, while the case is open. ${staffSaw}`),
      },
    },
  },
  [api.invitation]: {
    post: {
      operationId: 'answerInvitation',
      summary: 'The complainant approves the exact words for the other side, or does not',
      description:
        'Nothing reaches the other side before. The words are `invitation` in the answer of following.',
      parameters: [repeatKey],
      requestBody: body('InvitationAnswer'),
      responses: {
        '201': json('Arrived', 'Stored'),
        ...refusedCode,
        '409': failure(`No words wait, or other words were written since. ${staffSaw}`),
      },
    },
  },
  [api.times]: {
    post: {
      operationId: 'chooseTimes',
      summary: 'A person of the case says which of the proposed times suit them',
      parameters: [repeatKey],
      requestBody: body('TimesChoice'),
      responses: {
        '201': json('Arrived', 'Stored'),
        ...refusedCode,
        '409': failure(`No times are proposed, or the chosen one has passed. ${staffSaw}`),
      },
    },
  },
  [api.mediator]: {
    post: {
      operationId: 'askForAnotherMediator',
      summary: 'Either side asks for another mediator, without a reason',
      description: 'It changes neither status nor clocks; nobody of the staff is named.',
      parameters: [repeatKey],
      requestBody: body('Act'),
      responses: {
        '201': json('Arrived', 'Stored'),
        ...refusedCode,
        '409': failure('It is no mediation, nobody has it in hand, or this person asked and waits'),
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
  [api.proof]: {
    post: {
      operationId: 'proveCase',
      summary:
        'Whether the history of a case is whole, and the path from its head to the newest published root',
      description:
        'The leaf is SHA-256(00, salt, head), a node SHA-256(01, left, right); the lowest bit of `index` is 1 where the leaf is a right one, the next bit where the node above it is. A case that no published root covers yet has no proof.',
      requestBody: body('ProofRequest'),
      responses: {
        '200': json('Proof', 'Checked'),
        ...refusedCode,
        '409': failure('Only who filed the case gets its proof'),
      },
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
  Consent: {
    type: 'object',
    properties: {
      ...codeFields,
      agree: { type: 'boolean', description: 'true: wants to talk; false: does not, or stops' },
      dispute: { type: 'boolean', description: 'true: never refused, although staff recorded it' },
    },
    required: ['trackingCode'],
  },
  InvitationAnswer: {
    type: 'object',
    properties: {
      ...codeFields,
      agree: { type: 'boolean' },
      seq: { type: 'integer', description: 'Of the words that were read' },
      text: { type: 'string', maxLength: lengths.reply, description: 'What must change' },
    },
    required: ['trackingCode', 'seq', 'agree'],
  },
  TimesChoice: {
    type: 'object',
    properties: {
      ...codeFields,
      choose: {
        type: 'array',
        items: { type: 'string' },
        maxItems: 3,
        description: 'Ids in `times.open.slots` of the answer of following; empty: none of them suits',
      },
    },
    required: ['trackingCode', 'choose'],
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
  ProofRequest: {
    type: 'object',
    properties: {
      ...codeFields,
      hash: {
        type: 'string',
        maxLength: units.short,
        description: 'A hash that was written down earlier, or its first sixteen digits',
      },
    },
    required: ['trackingCode'],
  },
  Act: { type: 'object', properties: codeFields, required: ['trackingCode'] },
})
