import { hex } from '#domain/basics/hex.ts'
import { sha256 } from '#domain/basics/sha256.ts'

/** SHA-256 and HMAC-SHA-256 with keys of providers, in hex or bytes. Our own keys are in functions/keys.ts. */

const utf8 = new TextEncoder()

/** Bytes in lower-case hex. */
export const hexOf = (bytes: ArrayBuffer): string => hex(new Uint8Array(bytes))

export const sha256Hex = (text: string): Promise<string> => sha256(utf8.encode(text))

/** HMAC-SHA-256 (RFC 2104) of a text. */
export const hmac = async (key: string | ArrayBuffer, text: string): Promise<ArrayBuffer> => {
  const bytes = typeof key === 'string' ? utf8.encode(key) : key
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  return crypto.subtle.sign('HMAC', imported, utf8.encode(text))
}
