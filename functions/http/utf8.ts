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

/**
 * True if a URL-encoded body is UTF-8. The parser of forms replaces every other byte by U+FFFD, so that a text sent in
 * GBK would be stored as signs nobody can read.
 */
export const isUtf8Form = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(percentDecoded(bytes))
    return true
  } catch {
    return false
  }
}
