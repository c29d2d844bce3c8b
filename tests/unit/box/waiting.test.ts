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
    ['who has none gets one of the sender with the most', 'aab', 'c', { last: true, cut: [0] }],
    ['who has fewer gets one', 'abaa', 'b', { last: true, cut: [0] }],
    [
      'the oldest of the sender with the most is cut off, not the oldest of all',
      'abb',
      'c',
      { last: true, cut: [1] },
    ],
    ['if all have the same, the first of them loses one', 'abab', 'c', { last: true, cut: [0] }],
    ['who has as many as anybody gets none', 'abab', 'b', { last: false, cut: [] }],
    ['who has one less gets none: two would take it from each other', 'aab', 'b', { last: false, cut: [] }],
    ['who has the most gets none', 'aaab', 'a', { last: false, cut: [] }],
    ['who has all that one may have gets none', 'aaaabbbb', 'b', { last: false, cut: [] }],
    ['one after the other, they are shared out', 'aaaa', 'bbb', { last: false, cut: [0, 1] }],
  ])('pass on once all are taken: %s', (_, held, next, { last, cut }) => {
    const take = waitingPlaces(held.length, 4)
    const bodies = Array.from(held, (sender) => ({
      one: body(),
      sender: `203.0.113.${sender.charCodeAt(0)}`,
    }))
    for (const { one, sender } of bodies) expect(take(one, sender, true)).toBe(true)
    const later = Array.from(next, (sender) => take(body(), `203.0.113.${sender.charCodeAt(0)}`, true))
    expect(later.at(-1)).toBe(last)
    expect(bodies.flatMap(({ one }, at) => (one.destroyed ? at : []))).toEqual(cut)
  })

  it('pass on at once and once, though the connection that is cut off ends later', async () => {
    const take = waitingPlaces(2, 2)
    const first = body()
    expect([take(first, '203.0.113.1'), take(body(), '203.0.113.1')]).toEqual([true, true])
    expect(take(body(), '203.0.113.2', true)).toBe(true)
    await once(first, 'close')
    expect(take(body(), '203.0.113.3')).toBe(false)
  })

  it('are not for a connection that has ended', () => {
    const take = waitingPlaces(1, 1)
    expect(take(body().destroy() as ReturnType<typeof body>, '203.0.113.1')).toBe(false)
    expect(take(body(), '203.0.113.1')).toBe(true)
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
