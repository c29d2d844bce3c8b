import { type Bytes, refuse } from './bytes.ts'

/** Codes of Huffman as DEFLATE has them (RFC 1951, 3.2.2), and the bits they are read from. */

/** A code of Huffman: by the next `width` bits, the symbol and how many of the bits are its own. */
export interface Code {
  width: number
  entries: Uint16Array
}

/** The code of symbols whose widths in bits are given; refuses more symbols than fit. */
export const codeOf = (widths: readonly number[]): Code => {
  const width = Math.max(1, ...widths)
  const entries = new Uint16Array(1 << width)
  let next = 0
  for (let length = 1; length <= width; length += 1, next <<= 1)
    for (const [symbol, own] of widths.entries()) {
      if (own !== length) continue
      if (next >= 1 << length) refuse('broken')
      let reversed = 0
      for (let bit = 0; bit < length; bit += 1) reversed |= ((next >> bit) & 1) << (length - 1 - bit)
      for (let at = reversed; at < entries.length; at += 1 << length) entries[at] = (symbol << 4) | length
      next += 1
    }
  return { width, entries }
}

/** Reads bits, the lowest of each byte first. Beyond the end there are noughts, and then the data are broken. */
export const bitsOf = (bytes: Bytes) => {
  let at = 0
  let held = 0
  let count = 0
  const fill = (wanted: number) => {
    for (; count < wanted; count += 8, at += 1) {
      if (at > bytes.length + 2) refuse('broken')
      held |= (bytes[at] ?? 0) << count
    }
  }
  const take = (wanted: number): number => {
    fill(wanted)
    const value = held & ((1 << wanted) - 1)
    held >>>= wanted
    count -= wanted
    return value
  }
  return {
    take,
    symbol: ({ width, entries }: Code): number => {
      fill(width)
      const entry = entries[held & ((1 << width) - 1)] ?? 0
      if (entry === 0) refuse('broken')
      take(entry & 15)
      return entry >> 4
    },
    /** Bytes from the next whole byte on. */
    whole: (length: number): Bytes => {
      at -= count >> 3
      held = 0
      count = 0
      if (at + length > bytes.length) refuse('broken')
      at += length
      return bytes.subarray(at - length, at)
    },
  }
}
