/**
 * The cryptographic operations of the app. There are two makers, chosen by the import condition of `#crypto` in
 * package.json: web.ts (WebCrypto: Workers and browsers) and node.ts (node:crypto, which answers at once where WebCrypto
 * hands each call to a thread and waits). Their results are the same (tests/unit/crypto.test.ts).
 */

type Bytes = Uint8Array<ArrayBuffer>
/** At once on Node, later elsewhere; callers always await it. */
export type Soon<T> = T | Promise<T>

/** Bytes of a nonce, which what was sealed begins with. */
export const nonceLength = 12

declare const use: unique symbol
/** A key of HMAC-SHA-256, in the form of its maker. */
export interface MacKey {
  readonly [use]: 'mac'
}
/** A key of AES-256-GCM, in the form of its maker. */
export interface SealingKey {
  readonly [use]: 'seal'
}

export interface Operations {
  /** SHA-256 (FIPS 180-4), 32 bytes. */
  digest(bytes: Bytes): Soon<Bytes>
  /** The same in lower-case hexadecimal: on Node a text costs a quarter of an array that is turned into one. */
  sha256(bytes: Bytes): Soon<string>
  /** HKDF-SHA-256 (RFC 5869), 32 bytes. */
  derive(secret: Bytes, salt: string, info: string): Soon<Bytes>
  macKey(bytes: Bytes): Soon<MacKey>
  /** HMAC-SHA-256 (RFC 2104) of a text as UTF-8, in lower-case hexadecimal. */
  mac(key: MacKey, text: string): Soon<string>
  /** @param bytes 32 bytes */
  sealingKey(bytes: Bytes): Soon<SealingKey>
  /**
   * AES-256-GCM (NIST SP 800-38D): returns the nonce, the ciphertext, and a tag of 16 bytes.
   * @param nonce 12 bytes, never used twice with a key
   */
  encrypt(key: SealingKey, nonce: Bytes, plain: Bytes, context: string): Soon<Bytes>
  /** Opens what `encrypt` returned; null if key, context or bytes are not the same. */
  decrypt(key: SealingKey, sealed: Bytes, context: string): Soon<Bytes | null>
}
