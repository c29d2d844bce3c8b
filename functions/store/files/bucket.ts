import type { R2Bucket } from '@cloudflare/workers-types'
import type { FileBox } from '#store/ports/files.ts'

/** A stream that says how long it is, which R2 asks of what it stores; only Workers have it. */
declare class FixedLengthStream extends TransformStream<Uint8Array, Uint8Array> {
  constructor(length: number)
}

/** The box of objects over a bucket of R2. */
export const bucketBox = (bucket: R2Bucket): FileBox => ({
  async put(name, body, length) {
    const { readable, writable } = new FixedLengthStream(length)
    const [sent, stored] = await Promise.allSettled([
      body.pipeTo(writable),
      bucket.put(name, readable as never),
    ])
    if (sent.status === 'rejected') throw sent.reason
    if (stored.status === 'rejected') throw stored.reason
  },

  async get(name, offset, length) {
    const object = await bucket.get(name, { range: { offset, length } })
    return (object?.body as ReadableStream<Uint8Array> | undefined) ?? null
  },

  delete: (names) => bucket.delete(names),
})
