import { once } from 'node:events'
import type { IncomingMessage, Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { PassThrough } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { boxServer } from '../../../functions/box/http/server.ts'
import { waitingPlaces } from '../../../functions/box/http/waiting.ts'

const body = () => new PassThrough() as unknown as PassThrough & IncomingMessage

describe('places for bodies that are on their way', () => {
  it('are bounded for each sender, and an IPv6 network is one', () => {
    const take = waitingPlaces(100, 2)
    const taken = ['203.0.113.1', '203.0.113.1', '203.0.113.1', '203.0.113.2'].map((one) => take(body(), one))
    expect(taken).toEqual([true, true, false, true])
    const network = ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2::3', '2001:db8:1:3::1']
    expect(network.map((one) => take(body(), one))).toEqual([true, true, false, true])
  })

  it('are bounded for all senders', () => {
    const take = waitingPlaces(2, 2)
    expect(['203.0.113.1', '203.0.113.2', '203.0.113.3'].map((one) => take(body(), one))).toEqual([
      true,
      true,
      false,
    ])
  })

  it.each([
    ['has come whole', (one: PassThrough) => void one.resume().end('all')],
    ['is broken off', (one: PassThrough) => void one.destroy()],
  ])('are free again once, when a body %s', async (_, end) => {
    const take = waitingPlaces(2, 1)
    const first = body()
    expect([take(first, '203.0.113.1'), take(body(), '203.0.113.2')]).toEqual([true, true])
    end(first)
    await once(first, 'close')
    expect(['203.0.113.1', '203.0.113.3'].map((one) => take(body(), one))).toEqual([true, false])
  })
})

describe('the count of requests', () => {
  let server: Server
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  it('has a request from when its small body has come until it is answered', async () => {
    const load = { requests: 0 }
    let answer: (response: Response) => void = () => undefined
    server = boxServer({
      ...{ origin: 'http://127.0.0.1', proxies: [], site: async () => undefined, log: () => undefined, load },
      app: () => new Promise<Response>((resolve) => (answer = resolve)),
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const arrived = vi.fn()
    server.on('request', arrived)
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.write('POST /app HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na')
    await vi.waitFor(() => expect(arrived).toHaveBeenCalled())
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(load.requests).toBe(0)
    socket.write('b')
    await vi.waitFor(() => expect(load.requests).toBe(1))
    answer(new Response('app'))
    await vi.waitFor(() => expect(load.requests).toBe(0))
  })
})
