import { hex } from './hex.ts'
import { type MacKey, nonceLength, type Operations, type SealingKey } from './operations.ts'

export { hex } from './hex.ts'

/** The operations by WebCrypto. */

const utf8 = new TextEncoder()
const { subtle } = crypto

const gcm = (nonce: Uint8Array<ArrayBuffer>, context: string) => ({
  name: 'AES-GCM',
  iv: nonce,
  additionalData: utf8.encode(context),
})
const opaque = <Key>(key: CryptoKey): Key => key as unknown as Key
const own = (key: MacKey | SealingKey): CryptoKey => key as unknown as CryptoKey

export const { digest, sha256, derive, macKey, mac, sealingKey, encrypt, decrypt }: Operations = {
  digest: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes)),
  sha256: async (bytes) => hex(new Uint8Array(await subtle.digest('SHA-256', bytes))),
  derive: async (secret, salt, info) => {
    const from = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
    const how = { name: 'HKDF', hash: 'SHA-256', salt: utf8.encode(salt), info: utf8.encode(info) }
    return new Uint8Array(await subtle.deriveBits(how, from, 256))
  },
  macKey: async (bytes) =>
    opaque(await subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])),
  mac: async (key, text) => hex(new Uint8Array(await subtle.sign('HMAC', own(key), utf8.encode(text)))),
  sealingKey: async (bytes) =>
    opaque(await subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])),
  encrypt: async (key, nonce, plain, context) => {
    const cipher = new Uint8Array(await subtle.encrypt(gcm(nonce, context), own(key), plain))
    const sealed = new Uint8Array(nonceLength + cipher.length)
    sealed.set(nonce)
    sealed.set(cipher, nonceLength)
    return sealed
  },
  decrypt: async (key, sealed, context) => {
    try {
      const how = gcm(sealed.subarray(0, nonceLength), context)
      return new Uint8Array(await subtle.decrypt(how, own(key), sealed.subarray(nonceLength)))
    } catch {
      return null
    }
  },
}
