import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { hex } from './hex.ts'
import { type MacKey, nonceLength, type Operations, type SealingKey } from './operations.ts'

export { hex } from './hex.ts'

/** The operations by node:crypto. */

const algorithm = 'aes-256-gcm'
const keyLength = 32
const tagLength = 16
/** A hash of more bytes than this takes a millisecond, so it goes to a thread. */
const quick = 262_144

const opaque = <Key>(bytes: Uint8Array): Key => createSecretKey(bytes) as unknown as Key
const own = (key: MacKey | SealingKey): KeyObject => key as unknown as KeyObject
/** The key of a secret, made once: with plain bytes HKDF takes twice as long. */
const secrets = new WeakMap<Uint8Array, KeyObject>()
const keyOf = (secret: Uint8Array): KeyObject => {
  const key = secrets.get(secret) ?? createSecretKey(secret)
  secrets.set(secret, key)
  return key
}
const inThread = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
/** Bytes of their own, as WebCrypto gives them: a small Buffer shares its memory with others. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

export const { digest, sha256, derive, macKey, mac, sealingKey, encrypt, decrypt }: Operations = {
  digest: (bytes) => (bytes.length > quick ? inThread(bytes) : owned(hash('sha256', bytes, 'buffer'))),
  sha256: (bytes) => (bytes.length > quick ? inThread(bytes).then(hex) : hash('sha256', bytes, 'hex')),
  derive: (secret, salt, info) => new Uint8Array(hkdfSync('sha256', keyOf(secret), salt, info, keyLength)),
  macKey: (bytes) => opaque(bytes),
  mac: (key, text) => createHmac('sha256', own(key)).update(text).digest('hex'),
  sealingKey: (bytes) => opaque(bytes),
  encrypt: (key, nonce, plain, context) => {
    const cipher = createCipheriv(algorithm, own(key), nonce, { authTagLength: tagLength })
    cipher.setAAD(Buffer.from(context))
    const sealed = new Uint8Array(nonceLength + plain.length + tagLength)
    sealed.set(nonce)
    sealed.set(cipher.update(plain), nonceLength)
    cipher.final()
    sealed.set(cipher.getAuthTag(), nonceLength + plain.length)
    return sealed
  },
  decrypt: (key, sealed, context) => {
    if (sealed.length < nonceLength + tagLength) return null
    const nonce = sealed.subarray(0, nonceLength)
    const decipher = createDecipheriv(algorithm, own(key), nonce, { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(sealed.subarray(-tagLength))
    const plain = owned(decipher.update(sealed.subarray(nonceLength, -tagLength)))
    try {
      decipher.final()
      return plain
    } catch {
      return null
    }
  },
}
