/**
 * Computes the codes of an authenticator app (RFC 6238). The sign-in uses its library for this; samples and
 * tests compute codes here, so that the library is not tested against itself.
 */

const bytesOf = (base32: string): Uint8Array<ArrayBuffer> => {
  const bits = [...base32].map((one) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'),
  )
  return Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (octet) => Number.parseInt(octet, 2))
}

/**
 * The six digits of a secret at an instant.
 * @param secret base32, as shown for an authenticator app
 * @param at milliseconds since 1970
 */
export const codeAt = async (secret: string, at: number): Promise<string> => {
  const algorithm = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), algorithm, false, ['sign'])
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(Math.floor(at / 30_000)))
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer))
  const value = mac.getUint32(mac.getUint8(19) & 15) & 0x7fffffff
  return String(value % 1_000_000).padStart(6, '0')
}
