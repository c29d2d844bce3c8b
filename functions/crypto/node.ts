import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import type { MacKey, Operations, SealingKey } from './operations.ts'

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
/** Bytes of their own, as WebCrypto gives them: a small Buffer shares its memory with others. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

export const { digest, derive, macKey, mac, sealingKey, encrypt, decrypt }: Operations = {
  digest: (bytes) =>
    bytes.length > quick
      ? crypto.subtle.digest('SHA-256', bytes).then((made) => new Uint8Array(made))
      : owned(hash('sha256', bytes, 'buffer')),
  derive: (secret, salt, info) => new Uint8Array(hkdfSync('sha256', keyOf(secret), salt, info, keyLength)),
  macKey: (bytes) => opaque(bytes),
  mac: (key, text) => owned(createHmac('sha256', own(key)).update(text).digest()),
  sealingKey: (bytes) => opaque(bytes),
  encrypt: (key, nonce, plain, context) => {
    const cipher = createCipheriv(algorithm, own(key), nonce, { authTagLength: tagLength })
    cipher.setAAD(Buffer.from(context))
    const sealed = new Uint8Array(plain.length + tagLength)
    sealed.set(cipher.update(plain))
    cipher.final()
    sealed.set(cipher.getAuthTag(), plain.length)
    return sealed
  },
  decrypt: (key, nonce, cipher, context) => {
    if (cipher.length < tagLength) return null
    const decipher = createDecipheriv(algorithm, own(key), nonce, { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(cipher.subarray(-tagLength))
    const plain = owned(decipher.update(cipher.subarray(0, -tagLength)))
    try {
      decipher.final()
      return plain
    } catch {
      return null
    }
  },
}
