import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'

/**
 * The pair of keys of backups: X25519 (RFC 7748). The box has the public key only, so whoever takes the box and its
 * backups cannot open the older ones. Both are written as 32 bytes in base64, short enough to be copied from paper.
 */

/** What precedes the 32 bytes in the DER forms of RFC 8410. */
const derOf = {
  spki: Buffer.from('302a300506032b656e032100', 'hex'),
  pkcs8: Buffer.from('302e020100300506032b656e04220420', 'hex'),
}

const bytesOf = (text: string): Buffer | undefined => {
  const trimmed = text.trim()
  return /^[A-Za-z0-9+/]{43}=$/.test(trimmed) ? Buffer.from(trimmed, 'base64') : undefined
}

/** A public key from its 32 bytes. */
export const publicKey = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([derOf.spki, raw]), format: 'der', type: 'spki' })

/** The 32 bytes of a public key; of a private one, those of its public key. */
export const rawPublic = (key: KeyObject): Buffer =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }).subarray(-32)

/** False for a point of small order, such as 32 zeros: no secret can be shared with it (RFC 7748, 6.1). */
const canShare = (key: KeyObject): boolean => {
  try {
    diffieHellman({ privateKey: generateKeyPairSync('x25519').privateKey, publicKey: key })
    return true
  } catch {
    return false
  }
}

/** Reads a public key of 32 bytes in base64; undefined if the text is none. */
export const readPublicKey = (text: string): KeyObject | undefined => {
  const raw = bytesOf(text)
  const key = raw && publicKey(raw)
  return key && canShare(key) ? key : undefined
}

/** Reads a private key of 32 bytes in base64; undefined if the text is none. */
export const readPrivateKey = (text: string): KeyObject | undefined => {
  const raw = bytesOf(text)
  return raw && createPrivateKey({ key: Buffer.concat([derOf.pkcs8, raw]), format: 'der', type: 'pkcs8' })
}

/** Makes a pair of keys, both as texts. */
export const makeBackupKeys = (): { privateText: string; publicText: string } => {
  const { privateKey } = generateKeyPairSync('x25519')
  const raw = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32)
  return { privateText: raw.toString('base64'), publicText: rawPublic(privateKey).toString('base64') }
}
