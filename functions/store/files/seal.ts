import type { Bytes } from '#domain/evidence/bytes.ts'
import { type Keys, openWith, type SealingKey } from '#keys'

/**
 * Sealing of files in pieces, so that a part of a file can be read and no file is in memory twice. The context of each
 * piece names its file, its place, how many pieces there are and the length of all: a piece that was moved, left out, taken
 * from another file or cut off does not open.
 */

const piece = 65_536
/** Nonce and tag of AES-GCM. */
const overhead = 28

const countOf = (size: number): number => Math.max(1, Math.ceil(size / piece))
const contextOf = (context: string, index: number, size: number): string =>
  `${context}/${index}/${countOf(size)}/${size}`

/** Bytes of a sealed file. */
export const sealedLength = (size: number): number => size + overhead * countOf(size)

/** A stream whose pieces are made one at a time, when they are asked for. */
const streamOf = (pieces: AsyncGenerator<Bytes>): ReadableStream<Uint8Array> =>
  new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )

/**
 * Seals bytes as they come.
 * @param source pieces of any length, which together have `size` bytes; the stream fails otherwise
 */
export const sealStream = (
  { sealWith }: Pick<Keys, 'sealWith'>,
  key: SealingKey,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
  context: string,
): ReadableStream<Uint8Array> => {
  const seal = async function* (): AsyncGenerator<Bytes> {
    // Used again for each piece: encrypting copies what it is given.
    const buffer = new Uint8Array(Math.min(piece, Math.max(1, size)))
    let filled = 0
    let index = 0
    let taken = 0
    const next = () => {
      const plain = buffer.subarray(0, filled)
      const sealed = sealWith(key, plain, contextOf(context, index, size))
      index += 1
      filled = 0
      return sealed
    }
    for await (const bytes of source)
      for (let at = 0; at < bytes.length; ) {
        const length = Math.min(buffer.length - filled, bytes.length - at)
        buffer.set(bytes.subarray(at, at + length), filled)
        at += length
        filled += length
        taken += length
        if (taken > size) throw new Error('more bytes than announced')
        if (filled === piece) yield await next()
      }
    if (taken !== size) throw new Error('fewer bytes than announced')
    if (filled > 0 || index === 0) yield await next()
  }
  return streamOf(seal())
}

/** The range of a sealed file in which the bytes `from` to `to` are. */
export const sealedRange = (size: number, from: number, to: number): { from: number; length: number } => {
  const first = Math.floor(from / piece)
  const last = Math.floor(Math.max(from, to - 1) / piece)
  const start = first * (piece + overhead)
  return { from: start, length: Math.min((last + 1) * (piece + overhead), sealedLength(size)) - start }
}

/**
 * Opens a range of a sealed file; the stream fails at the first piece that does not open.
 * @param sealed what `sealedRange` names
 */
export const openStream = (
  key: SealingKey,
  sealed: ReadableStream<Uint8Array>,
  size: number,
  context: string,
  from: number,
  to: number,
): ReadableStream<Uint8Array> => {
  const open = async function* (): AsyncGenerator<Bytes> {
    const buffer = new Uint8Array(piece + overhead)
    let filled = 0
    let index = Math.floor(from / piece)
    for await (const bytes of sealed)
      for (let at = 0; at < bytes.length; ) {
        const start = index * piece
        const wanted = Math.min(piece, size - start) + overhead
        const length = Math.min(wanted - filled, bytes.length - at)
        buffer.set(bytes.subarray(at, at + length), filled)
        at += length
        filled += length
        if (filled < wanted) continue
        const plain = await openWith(key, buffer.subarray(0, wanted), contextOf(context, index, size))
        if (!plain) throw new Error('a piece of a file does not open')
        yield plain.subarray(Math.max(0, from - start), to - start)
        filled = 0
        index += 1
        if (index * piece >= to) return
      }
    throw new Error('a file is cut off')
  }
  return streamOf(open())
}
