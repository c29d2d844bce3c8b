import type { IncomingMessage } from 'node:http'
import { PassThrough, type Readable } from 'node:stream'
import { bodyBytes, readAtOnce, slowest, slowFor } from './bounds.ts'

/** Bodies of requests, within bounds. */

const announced = ({ headers }: IncomingMessage): number => Number(headers['content-length'] ?? Number.NaN)

/** True if the sender announces a body that is too large: it is answered before anything of it is read. */
export const isTooLarge = (incoming: IncomingMessage): boolean => announced(incoming) > bodyBytes

/** True for a body that is read before the app is asked, which costs much less than a stream. */
export const isSmall = (incoming: IncomingMessage): boolean => announced(incoming) <= readAtOnce

/** Requests whose bodies are within bounds already. */
const guarded = new WeakSet<IncomingMessage>()

/**
 * Ends a body once it has too many bytes or is too slow: a sender that sends a byte a minute would hold a connection for
 * as long as it likes.
 * @param fail called once, with the reason, also when the sender disconnects
 */
const guard = (incoming: IncomingMessage, fail: (reason: string) => void): void => {
  guarded.add(incoming)
  let size = 0
  let seconds = 0
  const end = (reason: string): void => {
    fail(reason)
    incoming.destroy()
  }
  const clock = setInterval(() => {
    seconds += 10
    if (seconds * 1000 > slowFor && size < (seconds - slowFor / 1000) * slowest) end('too slow')
  }, 10_000)
  clock.unref()
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > bodyBytes) end('too large')
  })
  incoming.on('close', () => {
    clearInterval(clock)
    if (!incoming.complete) fail('broken off')
  })
}

/** The body of a request as a stream, which fails if the body is ended. */
export const boundedBody = (incoming: IncomingMessage): Readable => {
  const body = new PassThrough()
  guard(incoming, (reason) => body.destroy(new Error(reason)))
  return incoming.pipe(body)
}

/** The whole body of a request; null if the body is ended, and with it the connection. */
export const wholeBody = (incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    guard(incoming, () => resolve(null))
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
  })

/** Reads what nobody wants of a body and drops it, within the bounds of any body: the connection can be used again. */
export const dropBody = (incoming: IncomingMessage): void => {
  if (!guarded.has(incoming) && !incoming.complete && !incoming.destroyed) guard(incoming, () => undefined)
  incoming.unpipe().resume()
}
