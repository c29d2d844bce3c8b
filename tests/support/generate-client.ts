import { fileURLToPath } from 'node:url'
import { createClient } from '@hey-api/openapi-ts'
import { servedDocument } from '../../functions/api/openapi.ts'

/**
 * npm run client: writes a client of the API to `tests/generated/client/`, made by a generator that knows nothing of this
 * site from the document that the Worker serves. Tests use it, and so see whether the document says enough to build on.
 */
await createClient({
  input: JSON.parse(servedDocument),
  output: {
    path: fileURLToPath(new URL('../generated/client', import.meta.url)),
    module: { extension: '.ts' },
    // Files without a name here are the generator's own and do not compile under this repository's options; what it
    // makes from the document does.
    header: ({ file, defaultValue }) => (file ? [...defaultValue] : ['// @ts-nocheck', ...defaultValue]),
  },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  logs: { level: 'silent', file: false },
})
