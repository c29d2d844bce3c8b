import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { boundedBody, wholeBody } from '../../../functions/box/http/body.ts'
import { bodyBytes, slowest } from '../../../functions/box/http/bounds.ts'

/** A request that is still being sent. */
const sending = () => {
  const stream = new PassThrough() as unknown as PassThrough & IncomingMessage
  const body = boundedBody(stream)
  const errors: string[] = []
  body.on('error', (error) => errors.push(error.message))
  body.resume()
  return { stream, errors }
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => vi.useRealTimers())

describe('the body of a request', () => {
  it('may be slow at first, and as slow as a phone for an hour', async () => {
    const { stream, errors } = sending()
    for (let minute = 0; minute < 60; minute += 1) {
      stream.write(Buffer.alloc(60 * slowest * 2))
      await vi.advanceTimersByTimeAsync(60_000)
    }
    expect(errors).toEqual([])
  })

  it('is ended when it sends a byte now and then', async () => {
    const { stream, errors } = sending()
    for (let second = 0; second < 60; second += 10) {
      if (!stream.destroyed) stream.write('x')
      await vi.advanceTimersByTimeAsync(10_000)
    }
    expect(errors).toEqual(['too slow'])
    expect(stream.destroyed).toBe(true)
  })

  it('is ended once it has more bytes than any', async () => {
    const { stream, errors } = sending()
    const chunk = Buffer.alloc(1024 * 1024)
    for (let sent = 0; sent <= bodyBytes && !stream.destroyed; sent += chunk.length) {
      stream.write(chunk)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(errors).toEqual(['too large'])
  })

  it('fails when its sender disconnects', async () => {
    const { stream, errors } = sending()
    stream.write('half')
    stream.destroy()
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
    expect(errors).toEqual(['broken off'])
  })
})

describe('a small body', () => {
  const small = () => {
    const stream = new PassThrough() as unknown as PassThrough & IncomingMessage
    return { stream, body: wholeBody(stream) }
  }

  it('is read whole', async () => {
    const { stream, body } = small()
    stream.write('one ')
    stream.end('two')
    expect(new TextDecoder().decode((await body) ?? undefined)).toBe('one two')
  })

  it('is null when its sender disconnects, or is too slow', async () => {
    const cut = small()
    cut.stream.write('half')
    cut.stream.destroy()
    expect(await cut.body).toBeNull()
    const slow = small()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await slow.body).toBeNull()
    expect(slow.stream.destroyed).toBe(true)
  })
})
