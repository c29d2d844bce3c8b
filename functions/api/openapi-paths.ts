import { guessWindow, lengths, messagesPerDay, talkDays } from '#domain/basics/bounds.ts'
import { api } from '#domain/routes/site.ts'
import { agreementPaths } from './agreement-document.ts'
import { filePaths } from './files-document.ts'
import { holderPaths } from './holder-document.ts'

/** The calls of the API for its OpenAPI document: what each takes and answers, by the names of the schemas. */

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string, description: string) => ({
  description,
  content: { 'application/json': { schema: ref(name) } },
})
const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})

const refusedBody = {
  '400': failure('The body is not a JSON object or broke off, or a header is malformed'),
  '403': failure('Sent over plain http'),
  '413': failure('The body is too large'),
  '415': failure('The body is not application/json'),
  '422': failure('Fields are wrong; `errors` names each'),
  '503': failure('Nothing was stored; try again'),
}

const tooManyGuesses = {
  ...failure('Too many unknown codes from this address: give `caseNumber` as well, or come again later'),
  headers: {
    'Retry-After': {
      description: `Seconds after which the code alone is enough again, at most ${guessWindow / 1000}`,
      schema: { type: 'integer', minimum: 1 },
    },
  },
}

const body = (name: string) => ({ required: true, content: { 'application/json': { schema: ref(name) } } })

const repeatKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'For 24 hours the same key and fields get the same answer; other fields 409.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{16,64}$' },
}

/** What every call with a tracking code may answer. */
const refusedCode = { ...refusedBody, '404': failure('No case has this code'), '429': tooManyGuesses }
const staffSaw = 'Staff wrote this code down: its holder first takes one of their own on the site'

/** The paths of the OpenAPI document. */
export const openapiPaths = {
  [api.cases]: {
    post: {
      operationId: 'fileCase',
      summary: 'File a case',
      parameters: [repeatKey],
      requestBody: body('Filing'),
      responses: {
        '201': json('Filed', 'Filed'),
        ...refusedBody,
        '409': failure('The key was used for other fields'),
      },
    },
  },
  [api.track]: {
    post: {
      operationId: 'followCase',
      summary: 'Follow a case by its tracking code',
      requestBody: body('Track'),
      responses: {
        '200': json('Case', 'The public view: the newest messages and steps, or older ones'),
        ...refusedCode,
      },
    },
  },
  [api.messages]: {
    post: {
      operationId: 'writeMessage',
      summary: 'Write to the unit that has the case; while it waits for an answer, this is the answer',
      parameters: [repeatKey],
      requestBody: body('Message'),
      responses: {
        '201': json('Arrived', 'Arrived'),
        ...refusedCode,
        '409': failure(`The case ended more than ${talkDays} days ago, or the key was used for other words`),
        '429': failure(`Too many unknown codes from this address, or ${messagesPerDay} messages on one day`),
      },
    },
  },
  [api.rating]: {
    post: {
      operationId: 'rateCase',
      summary: 'Rate the result of a case, or change the rating within seven days',
      parameters: [repeatKey],
      requestBody: body('Rating'),
      responses: {
        '201': json('Rated', 'Stored'),
        ...refusedCode,
        '409': failure(`The holder is not asked now, or the key was used for another rating. ${staffSaw}`),
      },
    },
  },
  ...filePaths({ json, failure, body, repeatKey, refusedCode, staffSaw }),
  ...holderPaths({ json, failure, body, repeatKey, refusedCode, staffSaw }),
  ...agreementPaths({ json, failure, body, repeatKey, refusedCode, staffSaw }),
  [api.search]: {
    get: {
      operationId: 'search',
      summary: 'Search lessons, stories, contacts, laws, guides and pages',
      parameters: [
        {
          name: 'q',
          in: 'query',
          required: true,
          description: `Used up to ${lengths.question} characters`,
          schema: { type: 'string', minLength: 1 },
        },
        { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50, default: 10 } },
      ],
      responses: {
        '200': json('Found', 'Help lines that go first, and results, best first'),
        '422': failure('`q` is empty or `limit` out of range'),
        '503': failure('The index is not available; try again'),
      },
    },
  },
  [api.anchors]: {
    get: {
      operationId: 'publishedRoots',
      summary: 'The published roots of the histories of all cases, one a day, oldest first',
      parameters: [
        {
          name: 'since',
          in: 'query',
          description: 'The first day; without it the last month. One answer has at most 366 days.',
          schema: { type: 'string', format: 'date' },
        },
      ],
      responses: { '200': json('Anchors', 'Days with their roots'), '422': failure('`since` is no day') },
    },
  },
  [api.vocabulary]: {
    get: {
      operationId: 'vocabulary',
      summary: 'Every word of this document, with its name',
      responses: { '200': json('Vocabulary', 'Lists of { id, name, … }') },
    },
  },
}
