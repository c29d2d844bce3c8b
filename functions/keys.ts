/**
 * Everything derived from the two secrets (rules.md R45): `MASTER_KEY` seals, `CODE_PEPPER` fingerprints. Each use has
 * its own HKDF label (RFC 5869), so that no key serves two ends. WebCrypto only: the same on Workers and Node.
 */
import type { Random } from '#domain/basics/random.ts'

export interface Secrets {
  masterKey: Uint8Array<ArrayBuffer>
  codePepper: Uint8Array<ArrayBuffer>
}

/** Fingerprints (HMAC-SHA-256). */
export type MacLabel =
  | 'tracking-code'
  | 'idempotency-key'
  | 'filing-body'
  | 'guess-mark'
  | 'blind-phone'
  | 'blind-name'
  | 'staff-mark'
  | 'paper-code'
  // What somebody searched for or signed in as, in the log of the desk.
  | 'log-mark'
/** Cookies that let a browser see again what it was just shown; one label a content. All: signing in or out clears them. */
export const cookieLabels = [
  // The slip of a filing, by whoever filed at this browser.
  'done-cookie',
  // The case that is being followed.
  'track-cookie',
  // A resident's new code, until it is noted.
  'code-cookie',
  // The slip of a case that a member of staff registered.
  'slip-cookie',
  // The one-time link that an admin just made.
  'link-cookie',
  // Paper codes that somebody just made for themselves.
  'paper-cookie',
] as const

export type CookieLabel = (typeof cookieLabels)[number]

/** Sealed things (AES-256-GCM). */
export type SealLabel = 'case-key' | CookieLabel

export interface Keys {
  /** Fingerprint of a text under a label, hex. */
  mac(label: MacLabel, text: string): Promise<string>
  /** Seals bytes under a label; `context` must be the same when opened. */
  seal(label: SealLabel, plain: Uint8Array<ArrayBuffer>, context: string): Promise<Uint8Array<ArrayBuffer>>
  /** Seals bytes under a key that somebody else keeps. */
  sealWith(key: CryptoKey, plain: Uint8Array<ArrayBuffer>, context: string): Promise<Uint8Array<ArrayBuffer>>
  /** Opens what `seal` made; null when key, context or bytes do not fit. */
  open(
    label: SealLabel,
    sealed: Uint8Array<ArrayBuffer>,
    context: string,
  ): Promise<Uint8Array<ArrayBuffer> | null>
  /** A sealing key that exists only while somebody holds `secretSalt` (the raw idempotency key). */
  saltedKey(secretSalt: string): Promise<CryptoKey>
  /** A secret text for a library that wants one, hex. */
  secretText(label: 'staff-session'): Promise<string>
}

const utf8 = new TextEncoder()
const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const nonceLength = 12

/** Seals with a given key: 12 random bytes of nonce, then ciphertext and tag. */
const sealWith = async (
  random: Random,
  key: CryptoKey,
  plain: Uint8Array<ArrayBuffer>,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const iv = random(nonceLength)
  const cipher = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8.encode(context) },
    key,
    plain,
  )
  const sealed = new Uint8Array(nonceLength + cipher.byteLength)
  sealed.set(iv)
  sealed.set(new Uint8Array(cipher), nonceLength)
  return sealed
}

/** Opens what `Keys.sealWith` made; null when it was made with another key or context, or was changed. */
export const openWith = async (
  key: CryptoKey,
  sealed: Uint8Array<ArrayBuffer>,
  context: string,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const iv = sealed.subarray(0, nonceLength)
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8.encode(context) }
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(nonceLength)))
  } catch {
    return null
  }
}

/** An AES-256-GCM key from 32 raw bytes. */
export const sealingKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])

const hkdf = (label: string, salt = '') => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: utf8.encode(salt),
  info: utf8.encode(`liuchixiang/${label}`),
})

/**
 * Makes the keys; each is derived once and kept.
 * @param random draws the nonces
 */
export const makeKeys = (secrets: Secrets, random: Random): Keys => {
  const root = (bytes: Uint8Array<ArrayBuffer>) =>
    crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits'])
  const master = root(secrets.masterKey)
  const pepper = root(secrets.codePepper)
  const derived = new Map<string, Promise<CryptoKey>>()

  const once = (label: string, make: () => Promise<CryptoKey>): Promise<CryptoKey> => {
    const key = derived.get(label) ?? make()
    derived.set(label, key)
    return key
  }
  const aes = { name: 'AES-GCM', length: 256 }
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  // Blind indexes lead to people, so they hang on the key that protects people; fingerprints on the pepper.
  const rootOf = (label: MacLabel) => (label.startsWith('blind-') ? master : pepper)
  const macKey = (label: MacLabel) =>
    once(label, async () => crypto.subtle.deriveKey(hkdf(label), await rootOf(label), hmac, false, ['sign']))
  const sealKey = (label: SealLabel) =>
    once(label, async () =>
      crypto.subtle.deriveKey(hkdf(label), await master, aes, false, ['encrypt', 'decrypt']),
    )

  return {
    async mac(label, text) {
      const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', await macKey(label), utf8.encode(text)))
      return hex(bytes)
    },
    seal: async (label, plain, context) => sealWith(random, await sealKey(label), plain, context),
    sealWith: (key, plain, context) => sealWith(random, key, plain, context),
    open: async (label, sealed, context) => openWith(await sealKey(label), sealed, context),
    saltedKey: async (secretSalt) =>
      crypto.subtle.deriveKey(hkdf('filing-answer', secretSalt), await pepper, aes, false, [
        'encrypt',
        'decrypt',
      ]),
    secretText: async (label) =>
      hex(new Uint8Array(await crypto.subtle.deriveBits(hkdf(label), await master, 256))),
  }
}

const secretBytes = 32

/** Reads a secret of 32 bytes in base64; undefined when it is missing or has another length. */
export const readSecret = (text: string | undefined): Uint8Array<ArrayBuffer> | undefined => {
  if (!text || !/^[A-Za-z0-9+/]{43}=$/.test(text)) return undefined
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  return bytes.length === secretBytes ? bytes : undefined
}
