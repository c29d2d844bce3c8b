import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { senderOf, urlOf } from '../../../functions/box/http/sender.ts'

const incoming = (peer: string, headers: Record<string, string> = {}, url = '/') =>
  ({
    socket: { remoteAddress: peer },
    headers,
    rawHeaders: Object.entries(headers).flat(),
    url,
  }) as unknown as IncomingMessage

const proxies = ['127.0.0.1', '::1', '10.0.0.2']
const forwarded = (list: string, proto = 'https') => ({ 'x-forwarded-for': list, 'x-forwarded-proto': proto })

describe('the sender of a request', () => {
  const cases: [string, string, Record<string, string>, object][] = [
    [
      'without a proxy is the peer',
      '203.0.113.7',
      {},
      { address: '203.0.113.7', scheme: 'http', local: false },
    ],
    [
      'on the machine itself is local',
      '127.0.0.1',
      {},
      { address: '127.0.0.1', scheme: 'http', local: true },
    ],
    ['on the machine itself by IPv6 is local', '::1', {}, { address: '::1', scheme: 'http', local: true }],
    ['as Node writes IPv4 on a socket for both', '::ffff:203.0.113.7', {}, { address: '203.0.113.7' }],
    [
      'that is no listed proxy cannot say who it is',
      '203.0.113.7',
      forwarded('198.51.100.1'),
      { address: '203.0.113.7', scheme: 'http', local: false },
    ],
    [
      'behind a proxy is what the proxy saw',
      '127.0.0.1',
      forwarded('203.0.113.7'),
      { address: '203.0.113.7', scheme: 'https', local: false },
    ],
    [
      'that put addresses before is still the last one',
      '127.0.0.1',
      forwarded('198.51.100.1, 203.0.113.7'),
      { address: '203.0.113.7' },
    ],
    [
      'behind two listed proxies is what the outer one saw',
      '127.0.0.1',
      forwarded('203.0.113.7, 10.0.0.2'),
      { address: '203.0.113.7' },
    ],
    ['behind a proxy by IPv6', '::1', forwarded('2001:db8::1'), { address: '2001:db8::1' }],
    [
      'behind a proxy that says nothing of it is the proxy',
      '127.0.0.1',
      forwarded(''),
      { address: '127.0.0.1', local: false },
    ],
    ['came by http if the proxy says so', '127.0.0.1', forwarded('203.0.113.7', 'http'), { scheme: 'http' }],
    [
      'came by what the last proxy says',
      '127.0.0.1',
      forwarded('203.0.113.7', 'https, http'),
      { scheme: 'http' },
    ],
  ]
  it.each(cases)('%s', (_, peer, headers, sender) => {
    expect(senderOf(proxies)(incoming(peer, headers))).toMatchObject(sender)
  })
})

describe('the address of a request', () => {
  it.each([
    ['county.example', '/a?b=c', 'https://county.example/a?b=c'],
    ['county.example:8443', '/', 'https://county.example:8443/'],
    ['[::1]:8787', '/', 'https://[::1]:8787/'],
    ['county.example', '//elsewhere.example/x', 'https://county.example//elsewhere.example/x'],
    ['county.example', '/a/../../b', 'https://county.example/b'],
    ['county.example', '/\\elsewhere.example', 'https://county.example//elsewhere.example'],
  ])('of host %s and target %s is %s', (host, url, expected) => {
    expect(urlOf(incoming('127.0.0.1', { host }, url), 'https')?.href).toBe(expected)
  })

  it.each([
    ['', '/'],
    ['county.example/x', '/'],
    ['a@county.example', '/'],
    ['county.example', 'http://elsewhere.example/'],
    ['county.example', '*'],
    ['county.example:99999', '/'],
  ])('is refused for host %s and target %s', (host, url) => {
    expect(urlOf(incoming('127.0.0.1', { host }, url), 'https')).toBeUndefined()
  })
})
