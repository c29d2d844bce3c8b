/** Bytes as lower-case hexadecimal. */
export { hex } from '#crypto'

/** A text in groups of four, to be read out and compared. */
export const inFours = (text: string): string => text.replaceAll(/.{4}(?=.)/g, '$& ')

/** The value of a hexadecimal digit from its character code. */
const digitOf = (code: number): number => (code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57)

/** The bytes of a text in hexadecimal; of any other text, any bytes. */
export const bytesOfHex = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(text.length >> 1)
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = (digitOf(text.charCodeAt(2 * at)) << 4) | digitOf(text.charCodeAt(2 * at + 1))
  return bytes
}
