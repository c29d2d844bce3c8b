import { DamagedBackup } from './seal.ts'

/**
 * Reads a stream in parts of known lengths, one after the other.
 * `take` throws DamagedBackup if the stream ends too early, `end` if something is left. Only `end` has read the mark of
 * the last piece, so nothing counts as whole before it.
 */
export const partsOf = (source: AsyncGenerator<Uint8Array>) => {
  let waiting: Uint8Array = new Uint8Array()
  const fill = async (): Promise<boolean> => {
    while (waiting.length === 0) {
      const next = await source.next()
      if (next.done) return false
      waiting = next.value
    }
    return true
  }
  async function* take(bytes: number): AsyncGenerator<Uint8Array> {
    for (let left = bytes; left > 0; ) {
      if (!(await fill())) throw new DamagedBackup('不完整，后面少了一截')
      const piece = waiting.subarray(0, left)
      waiting = waiting.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }
  const end = async (): Promise<void> => {
    if (await fill()) throw new DamagedBackup('比它自己写的长')
  }
  return { take, end }
}

/** All bytes of a part; for short ones. */
export const whole = async (part: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of part) pieces.push(piece)
  return Buffer.concat(pieces)
}
