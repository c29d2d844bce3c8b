import { once } from 'node:events'
import type { IncomingMessage, Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dropBody } from '../../../functions/box/http/body.ts'
import { requests } from '../../../functions/box/http/bounds.ts'
import { boxServer } from '../../../functions/box/http/server.ts'

/** A body that nobody reads holds a connection no longer than one that is read. */

let server: Server
const load = { requests: 0 }
beforeEach(async () => {
  load.requests = 0
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  server = boxServer({
    origin: 'http://127.0.0.1',
    proxies: [],
    site: async (_, { pathname }) =>
      pathname === '/static/' ? { status: 200, headers: new Map(), body: Buffer.from('page') } : undefined,
    app: () => new Response('app'),
    log: () => undefined,
    load,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

it.each([
  ['GET of the app', 'GET /app', 'a', 200, 0],
  ['GET of a static page', 'GET /static/', 'a', 200, 0],
  ['POST to a static page', 'POST /static/', 'a', 200, 0],
  ['a request with a bad host', 'POST /app', 'a/b', 400, 0],
  ['a request to an overloaded box', 'POST /app', 'a', 503, requests],
])('%s is answered, and cut off if its body stays away', async (_, start, host, status, inProgress) => {
  load.requests = inProgress
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const closed = once(socket, 'close')
  let received = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    received += text
  })
  socket.on('error', () => undefined)
  socket.write(`${start} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000\r\n\r\nx`)
  await vi.waitFor(() => expect(received).toContain(`HTTP/1.1 ${status} `))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(socket.destroyed).toBe(false)
  await vi.advanceTimersByTimeAsync(60_000)
  await Promise.race([closed, new Promise((_, reject) => setTimeout(reject, 1_000, new Error('still open')))])
})

it('a body whose sender has gone already is not waited for', async () => {
  const incoming = new PassThrough() as unknown as PassThrough & IncomingMessage
  incoming.destroy()
  await once(incoming, 'close')
  dropBody(incoming)
  expect(vi.getTimerCount()).toBe(0)
})
