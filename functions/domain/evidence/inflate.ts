import { type Bytes, byteAt, refuse } from './bytes.ts'
import { bitsOf, type Code, codeOf } from './huffman.ts'

/**
 * Inflates DEFLATE data (RFC 1951) with a bound, which the platform's own stream lacks: it also fails at the line end that
 * PDF puts behind the data.
 */

const bases = { length: [3, 1, 8, 4], distance: [1, 1, 4, 2] } as const
/** First values and extra bits of the codes for lengths or distances (3.2.5). */
const spread = ([first, step, same, per]: readonly [number, number, number, number], count: number) => {
  const codes: { base: number; extra: number }[] = []
  let base = first
  for (let code = 0; code < count; code += 1) {
    const extra = code < same ? 0 : Math.floor((code - per) / per)
    codes.push({ base, extra })
    base += step << extra
  }
  return codes
}
const lengths = [...spread(bases.length, 28), { base: 258, extra: 0 }]
const distances = spread(bases.distance, 30)
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

const fixed = {
  literals: codeOf(
    Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
  ),
  distances: codeOf(Array.from({ length: 30 }, () => 5)),
}

/**
 * How much building of tables is left, in steps of about a nanosecond. Each block may bring tables of its own, in a
 * hundred bytes or in two; encoders begin one after some kilobytes, so the length of the data allows for more of it.
 */
export interface Work {
  left: number
}
const workOfByte = 16
const workOfBlock = 100
const workOfTables = 3_000

/**
 * Inflates data without the two bytes of a zlib header.
 * @param work goes down by what the blocks take; refuses data that take more
 * @param most refuses data that become longer than this many bytes
 */
export const inflate = (bytes: Bytes, work: Work, most: number): Bytes => {
  const bits = bitsOf(bytes)
  work.left += bytes.length * workOfByte
  const spend = (steps: number) => {
    work.left -= steps
    if (work.left < 0) refuse('swollen')
  }
  let out = new Uint8Array(Math.min(most, Math.max(1024, bytes.length * 4)))
  let size = 0
  const room = (more: number) => {
    if (size + more > most) refuse('swollen')
    if (size + more <= out.length) return
    const larger = new Uint8Array(Math.min(most, Math.max(size + more, out.length * 2)))
    larger.set(out)
    out = larger
  }
  const codes = (): { literals: Code; distances: Code } => {
    const [literalCount, distanceCount, lengthCount] = [
      bits.take(5) + 257,
      bits.take(5) + 1,
      bits.take(4) + 4,
    ]
    const own = new Array<number>(19).fill(0)
    for (const place of orderOfLengths.slice(0, lengthCount)) own[place] = bits.take(3)
    const code = codeOf(own)
    const widths: number[] = []
    while (widths.length < literalCount + distanceCount) {
      const symbol = bits.symbol(code)
      if (symbol < 16) widths.push(symbol)
      else {
        const repeated = symbol === 16 ? (widths.at(-1) ?? refuse('broken')) : 0
        const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7)
        for (let left = times; left > 0; left -= 1) widths.push(repeated)
      }
    }
    const literals = codeOf(widths.slice(0, literalCount))
    const places = codeOf(widths.slice(literalCount, literalCount + distanceCount))
    spend(workOfTables + literals.entries.length + places.entries.length)
    return { literals, distances: places }
  }
  const block = ({ literals, distances: places }: { literals: Code; distances: Code }) => {
    for (let symbol = bits.symbol(literals); symbol !== 256; symbol = bits.symbol(literals)) {
      if (symbol < 256) {
        room(1)
        out[size] = symbol
        size += 1
        continue
      }
      const length = lengths[symbol - 257] ?? refuse('broken')
      const count = length.base + bits.take(length.extra)
      const distance = distances[bits.symbol(places)] ?? refuse('broken')
      const from = size - distance.base - bits.take(distance.extra)
      if (from < 0) refuse('broken')
      room(count)
      for (let index = 0; index < count; index += 1) out[size + index] = byteAt(out, from + index)
      size += count
    }
  }
  for (let last = false; !last; ) {
    spend(workOfBlock)
    last = bits.take(1) === 1
    const kind = bits.take(2)
    if (kind === 0) {
      const head = bits.whole(4)
      const stored = bits.whole(byteAt(head, 0) | (byteAt(head, 1) << 8))
      room(stored.length)
      out.set(stored, size)
      size += stored.length
    } else if (kind === 3) refuse('broken')
    else block(kind === 1 ? fixed : codes())
  }
  return out.subarray(0, size)
}
