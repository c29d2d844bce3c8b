import { rmSync } from 'node:fs'
import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '#domain/routes/site.ts'
import { waitingBodies, waitingFrom } from '../../functions/box/http/bounds.ts'
import { post } from '../support/box/filing.ts'
import { type SlowPost, slowPost } from '../support/box/slow-bodies.ts'
import { fileForm, large } from '../support/evidence.ts'
import { rightJson } from '../support/http.ts'
import { boxFolder, startBox } from '../support/serve-box.ts'
import { answering } from '../support/server.ts'

/** Senders of slow bodies take the places of nobody else. The bodies of 50 KB are read before the app is asked, the others by it. */

let folder: Awaited<ReturnType<typeof boxFolder>>
let box: ReturnType<typeof startBox>
let posts: SlowPost[]
beforeEach(async () => {
  folder = await boxFolder({ proxies: ['127.0.0.1'] })
  box = startBox(folder.config)
  await answering(folder.base, 'the box')
  posts = []
})
afterEach(() => {
  for (const { socket } of posts) socket.destroy()
  box.child.kill('SIGKILL')
  rmSync(folder.state, { recursive: true, force: true })
})

const send = async (count: number, length: number, address: string) => {
  posts.push(
    ...(await Promise.all(
      Array.from({ length: count }, () => slowPost(folder.base, api.cases, length, address)),
    )),
  )
}
const waiting = () => posts.filter((one) => one.waits()).length
const settled = (count: number) => vi.waitFor(() => expect(waiting()).toBe(count), { timeout: 10_000 })
const from = (address: string) => ({ 'x-forwarded-for': address })
const statusOf = async (answer: Promise<Response>): Promise<number> => {
  const { status, body } = await answer
  await body?.cancel()
  return status
}
const reads = (address: string) =>
  Promise.all(
    ['/', '/lessons/', '/healthz', '/anchors'].map((path) =>
      statusOf(fetch(folder.base + path, { headers: from(address) })),
    ),
  )
const files = (address: string) => statusOf(post(folder.base, api.cases, rightJson, from(address)))
/** Files a case whose body comes in a packet of its own, a moment after its head. */
const filesInParts = (address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify(rightJson)
    const headers = {
      ...from(address),
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const call = request(folder.base + api.cases, { method: 'POST', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    call.on('error', reject).flushHeaders()
    setTimeout(() => call.end(body), 40)
  })

describe.each([
  ['50 KB', 50_000],
  ['100 KB', 100_000],
])('bodies of %s that hardly come', (_, length) => {
  it('from one address are cut off above a bound, and everybody else is served', async () => {
    await send(560, length, '203.0.113.7')
    await settled(waitingFrom)
    for (const { socket } of posts) if (!socket.destroyed) socket.write(' ')
    expect(await reads('203.0.113.7')).toEqual([200, 200, 200, 200])
    expect(await files('198.51.100.1')).toBe(201)
    expect(new Set(posts.flatMap((one) => one.status() ?? []))).toEqual(new Set([503]))
    // A neighbour behind the same address, whose form comes at once.
    expect(await files('203.0.113.7')).toBe(201)
    for (const { socket } of posts) socket.destroy()
    await send(1, length, '203.0.113.7')
    await settled(1)
  })

  it('from one network of IPv6 count as one sender', async () => {
    for (let at = 0; at < 10; at += 1) await send(20, length, `2001:db8:1:2::${at + 1}`)
    await settled(waitingFrom)
    expect(await files('2001:db8:1:3::1')).toBe(201)
  })

  it('from many addresses are cut off above a bound, and pages and forms that come at once are served', async () => {
    for (let at = 0; at < 10; at += 1) await send(56, length, `203.0.113.${at}`)
    await settled(waitingBodies)
    expect(await reads('198.51.100.1')).toEqual([200, 200, 200, 200])
    expect(await files('198.51.100.1')).toBe(201)
  })

  it('from four addresses that have all places shut nobody out: they lose the oldest of theirs', async () => {
    // One more each: once it is refused, all others have their places.
    for (let at = 0; at < 4; at += 1) await send(waitingFrom + 1, length, `203.0.113.${at}`)
    await settled(waitingBodies)
    expect(await filesInParts('198.51.100.1')).toBe(201)
    // None is lost where the machine is so busy that all of it has come by the second look.
    expect(waiting()).toBeGreaterThanOrEqual(waitingBodies - 1)
    // A place that is free now is taken again; once the other is refused, all are taken.
    await send(2, length, '203.0.113.0')
    await settled(waitingBodies)
    const { trackingCode } = (await (await post(folder.base, api.cases, rightJson)).json()) as {
      trackingCode: string
    }
    const { body, headers } = fileForm({ trackingCode }, large(300_000))
    const upload = { method: 'POST', headers: { ...headers, ...from('198.51.100.1') }, body }
    expect(await statusOf(fetch(folder.base + api.files, upload))).toBe(201)
    expect(waiting()).toBeGreaterThanOrEqual(waitingBodies - 1)
  })
})

it('two hundred people behind one address who send at the same moment are all served', async () => {
  const filed = Array.from({ length: 200 }, () => files('203.0.113.7'))
  expect(new Set(await Promise.all(filed))).toEqual(new Set([201]))
})
