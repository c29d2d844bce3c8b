import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { refusals } from '#domain/filing/messages.ts'
import { bodyBytes, requests } from '../../../functions/box/http/bounds.ts'
import { boxServer } from '../../../functions/box/http/server.ts'
import { raw } from '../../support/box/raw.ts'

/** What does not come to the app is refused in its words: people read a page, programs a problem (RFC 9457). */

let server: Server
let base = ''
const load = { requests: 0 }
beforeEach(async () => {
  load.requests = 0
  server = boxServer({
    origin: 'http://127.0.0.1',
    proxies: [],
    site: async () => undefined,
    app: () => {
      throw new TypeError('broken')
    },
    log: () => undefined,
    load,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const asked = (path: string, headers: Record<string, string> = {}) => fetch(base + path, { headers })

it.each([
  ['a page', '/file/', {}],
  ['a problem below /api/', '/api/v1/cases', {}],
  ['a problem to a script', '/track/reply', { accept: 'application/json' }],
])('no room: %s', async (what, path, headers) => {
  load.requests = requests
  const answer = await asked(path, headers)
  const text = await answer.text()
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([
    503,
    '5',
    'no-store',
  ])
  if (what === 'a page') {
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(text).toMatch(new RegExp(`<h1>${refusals.busy.title}</h1>.*${refusals.busy.text}`, 's'))
  } else {
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const { title, text: detail } = refusals.busy
    expect(JSON.parse(text)).toEqual({ type: 'about:blank', status: 503, title, detail })
  }
})

it('each kind of answer is made once, and stays what it was', async () => {
  load.requests = requests
  const texts = await Promise.all(
    ['/a', '/b', '/api/c', '/d'].map(async (path) => (await asked(path)).text()),
  )
  expect(new Set(texts).size).toBe(2)
  expect((await fetch(`${base}/a`, { method: 'HEAD' })).headers.get('content-length')).toBe(
    String(Buffer.byteLength(texts[0] ?? '')),
  )
})

it.each([
  ['/file/check', 'text/html'],
  ['/api/v1/cases/files', 'application/problem\\+json'],
])('a body announced as too large at %s is refused as %s, and the connection ends', async (path, type) => {
  const answer = await raw(
    base,
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${bodyBytes + 1}\r\n\r\n`,
  )
  expect(answer).toMatch(/^HTTP\/1.1 413 /)
  expect(answer).toMatch(new RegExp(`content-type: ${type}`, 'i'))
  expect(answer).toContain(refusals.tooLarge.text)
  expect(answer).toMatch(/connection: close/i)
})

it('a fault of the server itself is said, without its words', async () => {
  const answer = await asked('/file/')
  expect([answer.status, (await answer.text()).includes(refusals.unavailable.title)]).toEqual([503, true])
})
