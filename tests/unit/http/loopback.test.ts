import { describe, expect, it } from 'vitest'
import { isLoopback } from '#http/loopback.ts'

describe('loopback', () => {
  it.each([
    ['http://localhost:8787', true],
    ['http://127.0.0.1', true],
    ['http://127.8.9.10', true],
    ['http://127.1', true],
    ['http://[::1]:8787', true],
    ['http://[0:0:0:0:0:0:0:1]', true],
    ['http://portal.example', false],
    ['http://localhost.portal.example', false],
    ['http://127.0.0.1.portal.example', false],
    ['http://10.0.0.1', false],
    ['http://128.0.0.1', false],
    ['http://[::2]', false],
  ])('is recognised for %s: %s', (url, is) => {
    expect(isLoopback(new URL(url).hostname)).toBe(is)
  })

  // As a socket names its peer, and as the configuration of a mail server does.
  it.each([
    ['127.0.0.1', true],
    ['127.0.1.1', true],
    ['::1', true],
    ['203.0.113.7', false],
    ['::', false],
    ['::2', false],
    ['2001:db8::1', false],
    ['127.0.0.1.portal.example', false],
    ['', false],
  ])('is recognised for the host %s: %s', (host, is) => {
    expect(isLoopback(host)).toBe(is)
  })
})
