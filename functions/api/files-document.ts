import { fileBytes, filesPerSide, lengths, units } from '#domain/basics/bounds.ts'
import { audienceIds } from '#domain/evidence/kinds.ts'
import { api } from '#domain/routes/site.ts'
import type { DocumentParts } from './document-parts.ts'

/** The calls about files in the OpenAPI document; the rest of it is in openapi-document.ts, which hands its parts in. */

const binary = { schema: { type: 'string', format: 'binary' } }
const contents = { '*/*': binary }

/** Schemas of the bodies of both calls, from the fields that name a case. */
export const fileSchemas = (codeFields: object) => ({
  FileToAdd: {
    type: 'object',
    properties: {
      ...codeFields,
      audience: { type: 'string', enum: audienceIds, description: 'Absent means `mediator`' },
      caption: { type: 'string', maxLength: lengths.caption, description: 'What the file is' },
      sensitive: {
        type: 'string',
        enum: ['none', 'agreed'],
        description:
          'Whether it shows health, money or a child under 14, and whoever may agrees (个人信息保护法 28, 29, 31)',
      },
      file: {
        type: 'string',
        contentMediaType: 'application/octet-stream',
        description: `JPEG, PNG, WebP, PDF, M4A, MP3 or sound in WebM, told by its content; at most ${fileBytes} bytes`,
      },
    },
    required: ['trackingCode', 'file'],
  },
  FileToRead: {
    type: 'object',
    properties: { ...codeFields, id: { type: 'string', maxLength: units.short } },
    required: ['trackingCode', 'id'],
  },
})

/** The paths of both calls. */
export const filePaths = ({ repeatKey, refusedCode, json, body, failure }: DocumentParts) => ({
  [api.files]: {
    post: {
      operationId: 'addFile',
      summary:
        'Give a file to those who handle the case; place, device and names are removed, of a PDF as far as they stand open',
      parameters: [repeatKey],
      requestBody: {
        required: true,
        content: { 'multipart/form-data': { schema: { $ref: '#/components/schemas/FileToAdd' } } },
      },
      responses: {
        ...refusedCode,
        '201': json('GivenFile', 'Taken, or the same file with the same words was there already'),
        '409': failure(
          `The case ended too long ago, ${filesPerSide} files were given, or the key was used for another file`,
        ),
        '411': failure('The length of the body is not announced'),
        '413': failure('The file is too large'),
        '415': failure('The body is not multipart/form-data'),
        '422': failure('The file cannot be taken, or a field is wrong; `errors` says how to give it instead'),
        // Told by the address, before the body is there.
        '429': {
          ...refusedCode['429'],
          ...failure('Too many unknown codes from this address: it can send no files; give them on the site'),
        },
        '503': failure('Too many uploads at once, or a fault; nothing was stored'),
      },
    },
  },
  [api.readFile]: {
    post: {
      operationId: 'readFile',
      summary: 'A file that the holder gave, as it is kept',
      parameters: [{ name: 'Range', in: 'header', schema: { type: 'string' } }],
      requestBody: body('FileToRead'),
      responses: {
        ...refusedCode,
        '200': { description: 'The file', content: contents },
        '206': { description: 'A part of the file', content: contents },
        '404': failure('No case has this code, the holder gave no such file, or it is not kept any more'),
        '416': failure('There are no such bytes'),
      },
    },
  },
})
