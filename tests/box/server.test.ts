import { rmSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDigit } from '#domain/filing/tracking-code.ts'
import { actions } from '#domain/routes/site.ts'
import { followAt } from '../support/box/filing.ts'
import { raw } from '../support/box/raw.ts'
import { base, rightForm, visit } from '../support/http.ts'
import { boxFolder, startBox } from '../support/serve-box.ts'
import { answering } from '../support/server.ts'

/** What Cloudflare does in front of a Worker, and a box does itself. */

/** A well-formed code that no case has: only such a one counts as a guess. */
const unknownCode = (number: number): string => {
  const digits = String(100_000_000_000_000 + number)
  return `${digits}${checkDigit(digits)}`
}

describe('a request that is no good', () => {
  const host = () => new URL(base()).host
  it.each([
    [
      'a header of 40 KB',
      () => `GET / HTTP/1.1\r\nHost: ${host()}\r\nX-Large: ${'a'.repeat(40_000)}\r\n\r\n`,
      431,
    ],
    ['no host', () => 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a host with a path', () => 'GET / HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n', 400],
    [
      'two hosts',
      () => `GET / HTTP/1.1\r\nHost: ${host()}\r\nhost: ${host()}\r\nConnection: close\r\n\r\n`,
      400,
    ],
    [
      'another site as target',
      () => `GET http://elsewhere.example/ HTTP/1.1\r\nHost: ${host()}\r\nConnection: close\r\n\r\n`,
      400,
    ],
    ['a method that nobody knows', () => `BREW / HTTP/1.1\r\nHost: ${host()}\r\n\r\n`, 400],
    ['TRACE', () => `TRACE / HTTP/1.1\r\nHost: ${host()}\r\nConnection: close\r\n\r\n`, 501],
    [
      'two lengths',
      () =>
        `POST /file/check HTTP/1.1\r\nHost: ${host()}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
      400,
    ],
    [
      'a length and chunks',
      () =>
        `POST /file/check HTTP/1.1\r\nHost: ${host()}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['no HTTP', () => 'Good morning\r\n\r\n', 400],
  ])('with %s is answered with %s', async (_, text, status) => {
    expect(await raw(base(), text())).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })

  it('with a body that is announced as too large is refused before it is read', async () => {
    const text = `POST /file/check HTTP/1.1\r\nHost: ${host()}\r\nContent-Length: ${26 * 1024 * 1024}\r\n\r\n`
    const answer = await raw(base(), text)
    expect(answer).toMatch(/^HTTP\/1.1 413 /)
    expect(answer).toMatch(/connection: close/i)
  })

  it('with a chunked body without an end is cut off at the bound', async () => {
    const { hostname, port } = new URL(base())
    const sent = await new Promise<number>((resolve) => {
      const out = request({ hostname, port, path: '/file/check', method: 'POST' })
      const chunk = Buffer.alloc(1024 * 1024)
      let size = 0
      const more = (): void => {
        if (out.destroyed || size > 200 * chunk.length) return
        size += chunk.length
        out.write(chunk, () => setImmediate(more))
      }
      out.on('error', () => undefined)
      out.on('close', () => resolve(size))
      out.on('response', (answer) => answer.resume().on('end', () => out.destroy()))
      more()
    })
    expect(sent).toBeLessThan(60 * 1024 * 1024)
    expect((await visit().get('/healthz')).status).toBe(200)
  })
})

describe('a connection', () => {
  it('is used again after a post that was refused before its body was read', async () => {
    const { host } = new URL(base())
    const body = 'a'.repeat(300_000)
    const text = `POST /file/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${body.length}\r\n\r\n${body}GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`
    const answers = (await raw(base(), text)).match(/^HTTP\/1\.1 \d+/gm)
    expect(answers).toEqual(['HTTP/1.1 405', 'HTTP/1.1 200'])
  })

  it('answers HEAD of the app and of the site without a body, with the same headers', async () => {
    for (const path of ['/', '/nothing/', '/statistics/']) {
      const [head, get] = [await fetch(base() + path, { method: 'HEAD' }), await fetch(base() + path)]
      expect([head.status, await head.text()]).toEqual([get.status, ''])
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
      await get.body?.cancel()
    }
  })
})

describe('behind a proxy that ends https', () => {
  let box: Awaited<ReturnType<typeof boxFolder>>
  let process: ReturnType<typeof startBox>
  beforeAll(async () => {
    box = await boxFolder({ origin: 'https://county.example', proxies: ['127.0.0.1'] })
    process = startBox(box.config)
    await answering(box.base, 'the box')
  })
  afterAll(() => {
    process.child.kill('SIGKILL')
    rmSync(box.state, { recursive: true, force: true })
  })

  const ask = (path: string, headers: Record<string, string>, method = 'GET', body = '') =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
      const out = request(box.base + path, { method, headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      })
      out.on('error', reject)
      out.end(body)
    })
  const outside = (more: Record<string, string> = {}) => ({
    host: 'county.example',
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-proto': 'https',
    ...more,
  })

  it('pages are served over https with HSTS, and their cookies are secure', async () => {
    const form = new URLSearchParams({ ...rightForm, danger: 'false' }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://county.example' }
    const checked = await ask(actions.fileCheck, outside(headers), 'POST', form)
    expect([checked.status, checked.headers['strict-transport-security']]).toEqual([
      200,
      'max-age=63072000; includeSubDomains',
    ])
    for (const cookie of [checked.headers['set-cookie'] ?? []].flat())
      expect(cookie).toMatch(/^__Host-.*Secure/)
    expect((await ask('/', outside())).headers['strict-transport-security']).toContain('max-age=63072000')
  })

  it.each([
    ['plain http', { 'x-forwarded-proto': 'http' }],
    ['another name', { host: 'www.county.example' }],
    ['an address', { host: '10.0.0.5' }],
  ])('%s is led to the site, pages without the app included, and posts are refused', async (_, changes) => {
    for (const path of ['/lessons/?x=1', '/track/case', '/desk/'])
      expect(await ask(path, outside(changes))).toMatchObject({
        status: 308,
        headers: { location: `https://county.example${path}` },
      })
    expect((await ask(actions.fileCheck, outside(changes), 'POST')).status).toBe(421)
  })

  it('the machine itself can look at /healthz', async () => {
    expect((await fetch(`${box.base}/healthz`)).status).toBe(200)
  })

  it('guesses are counted by the address that the proxy saw, whatever the sender says', async () => {
    const guess = async (number: number, address: string) => {
      const trackingCode = unknownCode(number)
      const headers = { 'content-type': 'application/json', ...outside({ 'x-forwarded-for': address }) }
      const answer = await ask('/api/v1/cases/track', headers, 'POST', JSON.stringify({ trackingCode }))
      return answer.status
    }
    const statuses: number[] = []
    for (let number = 0; number < 40; number += 1)
      statuses.push(await guess(number, `198.51.100.${number}, 203.0.113.99`))
    expect(statuses[0]).toBe(404)
    expect(statuses.at(-1)).not.toBe(404)
    expect(await guess(99, '203.0.113.98')).toBe(404)
  })
})

it('an address that is no listed proxy cannot choose who it is', async () => {
  const box = await boxFolder({ proxies: ['10.0.0.1'] })
  const { child } = startBox(box.config)
  await answering(box.base, 'the box')
  const statuses: number[] = []
  for (let number = 0; number < 40; number += 1) {
    const headers = {
      'x-forwarded-for': `198.51.100.${number}`,
      'x-liuchixiang-address': `198.51.100.${number}`,
      'cf-connecting-ip': `198.51.100.${number}`,
    }
    const answer = await followAt(box.base, unknownCode(number), headers)
    statuses.push(answer.status)
    await answer.body?.cancel()
  }
  child.kill('SIGKILL')
  rmSync(box.state, { recursive: true, force: true })
  expect(statuses[0]).toBe(404)
  expect(statuses.at(-1)).not.toBe(404)
})
