import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rangeOf } from '../../../functions/box/site/range.ts'
import { staticSite } from '../../../functions/box/site/site.ts'

let folder: string
let site: ReturnType<typeof staticSite>
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'box-site-'))
  mkdirSync(join(folder, 'about'))
  for (const [name, text] of Object.entries({
    'index.html': 'home',
    'about/index.html': 'about',
    'plain.html': 'plain',
    'a b.txt': '0123456789',
    'x.js': 'x()',
    _headers: '/*\n  x-all: yes\n/x.js\n  cache-control: public, max-age=86400\n  x-all: twice\n# no\n',
    _redirects: '# old\n/old/* /about/:splat 301\n/gone /about/\n',
  }))
    writeFileSync(join(folder, name), text)
  site = staticSite(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ask = async (path: string, method = 'GET', headers = {}) => {
  const answer = await site(method, new URL(`http://box${path}`), headers)
  return answer && { ...answer, headers: Object.fromEntries(answer.headers), body: answer.body?.toString() }
}

describe('the static site of a box', () => {
  it.each([
    ['/', 200, 'home'],
    ['/about/', 200, 'about'],
    ['/plain', 200, 'plain'],
    ['/x.js', 200, 'x()'],
    ['/a%20b.txt', 200, '0123456789'],
  ])('%s is a file', async (path, status, body) => {
    expect(await ask(path)).toMatchObject({
      status,
      body,
      headers: { 'x-all': expect.stringContaining('yes') },
    })
  })

  it.each([
    ['/about', '/about/'],
    ['/about?x=1', '/about/?x=1'],
    ['/about/index', '/about/'],
    ['/about/index.html', '/about/'],
    ['/index.html', '/'],
    ['/index', '/'],
    ['/plain.html', '/plain'],
    ['/plain/', '/plain'],
    ['/%61bout/', '/about/'],
    ['/about/../about', '/about/'],
  ])('%s is redirected to %s', async (path, location) => {
    expect(await ask(path)).toMatchObject({ status: 307, headers: { location } })
  })

  it.each([
    ['/old/', 301, '/about/'],
    ['/old/x/y?z=1', 301, '/about/x/y?z=1'],
    ['/gone', 302, '/about/'],
  ])('%s is redirected by _redirects with %i', async (path, status, location) => {
    expect(await ask(path)).toMatchObject({ status, headers: { location } })
  })

  it.each([
    '/nothing',
    '/_headers',
    '/_redirects',
    '/%',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '//about/',
    '/about//',
    '/x.js/',
    '/a%00',
  ])('%s is no file, and the app’s', async (path) => expect(await ask(path)).toBeUndefined())

  it('adds the values of a header that two rules set, and a rule is stronger than the default', async () => {
    expect((await ask('/x.js'))?.headers).toMatchObject({
      'x-all': 'yes, twice',
      'cache-control': 'public, max-age=86400',
    })
    expect((await ask('/'))?.headers).toMatchObject({ 'cache-control': 'public, max-age=0, must-revalidate' })
  })

  it('answers 405 to what does not read, 304 to what is known, and HEAD without a body', async () => {
    expect(await ask('/about/', 'POST')).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD', 'x-all': 'yes' },
    })
    const etag = (await ask('/'))?.headers['etag']
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`])
      expect(await ask('/', 'GET', { 'if-none-match': known })).toMatchObject({
        status: 304,
        body: undefined,
      })
    expect(await ask('/', 'GET', { 'if-none-match': '"other"' })).toMatchObject({ status: 200 })
    expect(await ask('/', 'HEAD')).toMatchObject({
      status: 200,
      body: undefined,
      headers: { 'content-length': '4' },
    })
  })

  it('gives a part of a file, if it is still the same', async () => {
    const etag = (await ask('/a%20b.txt'))?.headers['etag']
    const part = await site('GET', new URL('http://box/a%20b.txt'), { range: 'bytes=2-4', 'if-range': etag })
    expect([part?.status, part?.headers.get('content-range')]).toEqual([206, 'bytes 2-4/10'])
    let text = ''
    for await (const chunk of (part as { body: AsyncIterable<Buffer> }).body) text += chunk
    expect(text).toBe('234')
    expect(await ask('/a%20b.txt', 'GET', { range: 'bytes=2-4', 'if-range': '"old"' })).toMatchObject({
      status: 200,
    })
    expect(await ask('/a%20b.txt', 'GET', { range: 'bytes=10-' })).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */10' },
    })
  })
})

it.each([
  [undefined, undefined],
  ['bytes=0-0', { from: 0, to: 1 }],
  ['bytes=5-', { from: 5, to: 10 }],
  ['bytes=-3', { from: 7, to: 10 }],
  ['bytes=-30', { from: 0, to: 10 }],
  ['bytes=8-99', { from: 8, to: 10 }],
  ['bytes=10-', null],
  ['bytes=4-2', null],
  ['bytes=-', undefined],
  ['bytes=0-1,4-5', undefined],
  ['lines=0-1', undefined],
])('the range %s of ten bytes is %j', (header, range) => {
  expect(rangeOf(header, 10)).toEqual(range)
})
