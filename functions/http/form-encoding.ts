import { units } from '#domain/basics/bounds.ts'

/** The value of a hexadecimal digit given as a byte, or -1. */
const digit = (byte = 0): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** The bytes of a URL-encoded body with `%` and two digits replaced by the byte they stand for. */
const percentDecoded = (bytes: Uint8Array): Uint8Array => {
  const decoded = new Uint8Array(bytes.length)
  let size = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const high = bytes[at] === 0x25 ? digit(bytes[at + 1]) : -1
    const low = high < 0 ? -1 : digit(bytes[at + 2])
    decoded[size] = low < 0 ? (bytes[at] ?? 0) : high * 16 + low
    size += 1
    if (low >= 0) at += 2
  }
  return decoded.subarray(0, size)
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The Chinese encodings before Unicode; the first contains GB 2312 and GBK. */
const older = ['gb18030', 'gbk', 'big5']

/** The older Chinese encoding that a `Content-Type` header names, or undefined. */
const declaredIn = (contentType: string): string | undefined => {
  const [, label = ''] = /;\s*charset\s*=\s*"?([\w-]{1,20})/i.exec(contentType.slice(0, units.header)) ?? []
  try {
    const { encoding } = new TextDecoder(label)
    return older.find((one) => one === encoding)
  } catch {
    return undefined
  }
}

/**
 * The older encoding in which the text of a form was sent, or undefined if it is UTF-8, as our pages ask. The parser of
 * forms replaces every byte that is not UTF-8 by U+FFFD, so that a text in GBK would be stored as signs nobody can read.
 * A header that names a Chinese encoding is believed unless all is ASCII; without one it is the most likely, GB 18030.
 * @param bytes a whole URL-encoded body, or the text of a multipart body
 */
export const olderEncoding = (bytes: Uint8Array, contentType: string): string | undefined => {
  const decoded = percentDecoded(bytes)
  const declared = declaredIn(contentType)
  if (declared && decoded.some((byte) => byte > 0x7f)) return declared
  return isUtf8(decoded) ? undefined : 'gb18030'
}

/** The pieces between one byte and the next of its kind. */
function* between(bytes: Uint8Array, separator: number): Generator<Uint8Array> {
  for (let from = 0; from <= bytes.length; ) {
    const end = bytes.indexOf(separator, from)
    yield bytes.subarray(from, end < 0 ? bytes.length : end)
    from = end < 0 ? bytes.length + 1 : end + 1
  }
}

/**
 * The pairs of a URL-encoded body in another encoding than UTF-8 (WHATWG URL, 5.1). The signs that divide it are no part
 * of a character in any Chinese encoding.
 */
export function* pairsIn(bytes: Uint8Array, encoding: string): Generator<[name: string, value: string]> {
  const decoder = new TextDecoder(encoding)
  const text = (piece: Uint8Array) =>
    decoder.decode(percentDecoded(piece.map((byte) => (byte === 0x2b ? 0x20 : byte))))
  for (const piece of between(bytes, 0x26)) {
    if (piece.length === 0) continue
    const equals = piece.indexOf(0x3d)
    yield equals < 0 ? [text(piece), ''] : [text(piece.subarray(0, equals)), text(piece.subarray(equals + 1))]
  }
}
