import type { IncomingMessage } from 'node:http'
import { PassThrough, type Readable } from 'node:stream'
import { bodyBytes, slowest, slowFor } from './bounds.ts'

/** True if the sender announces a body that is too large: it is answered before anything of it is read. */
export const isTooLarge = ({ headers }: IncomingMessage): boolean =>
  Number(headers['content-length'] ?? 0) > bodyBytes

/**
 * The body of a request, which ends with an error once it has too many bytes or is too slow: a sender that sends a byte
 * a minute would hold a connection for as long as it likes.
 */
export const boundedBody = (incoming: IncomingMessage): Readable => {
  const body = new PassThrough()
  let size = 0
  let seconds = 0
  const fail = (reason: string): void => {
    body.destroy(new Error(reason))
    incoming.destroy()
  }
  const clock = setInterval(() => {
    seconds += 10
    if (seconds * 1000 > slowFor && size < (seconds - slowFor / 1000) * slowest) fail('too slow')
  }, 10_000)
  clock.unref()
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > bodyBytes) fail('too large')
  })
  incoming.on('close', () => {
    clearInterval(clock)
    if (!incoming.complete) body.destroy(new Error('broken off'))
  })
  return incoming.pipe(body)
}
