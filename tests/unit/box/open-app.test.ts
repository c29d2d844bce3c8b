import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openApp } from '../../../functions/box/open-app.ts'
import { emptyState } from '../../support/box-state.ts'

/** A box that lacks something is not usable, and says on /healthz what it is, without any value. */

const key = Buffer.alloc(32, 7).toString('base64')
const opened = async (secrets: Record<string, string>) => {
  const keys = emptyState()
  for (const [name, text] of Object.entries(secrets)) writeFileSync(join(keys, name), text)
  const settings = { origin: 'http://127.0.0.1', listen: { host: '127.0.0.1', port: 0 }, proxies: [] }
  const app = await openApp({ ...settings, state: emptyState(), keys })
  const healthz = await app.fetch(new Request('http://127.0.0.1/healthz'))
  await app.close()
  return { usable: app.usable, status: healthz.status, text: await healthz.text() }
}

it.each([
  ['a missing secret', { 'master-key': key }, 'code-pepper'],
  [
    'a wrong configuration of notices',
    { 'master-key': key, 'code-pepper': key, notices: '{"secret' },
    'notices: NOTICES',
  ],
])('%s does not stop the start, and is named', async (_, secrets, named) => {
  const text = `Missing or malformed: ${named}\n`
  expect(await opened(secrets)).toEqual({ usable: false, status: 503, text })
})
