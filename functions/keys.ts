/**
 * Everything derived from the two secrets (rules.md R45): `MASTER_KEY` seals, `CODE_PEPPER` fingerprints.
 * Each use has its own HKDF label (RFC 5869), so that no key has two purposes. WebCrypto only: the same on
 * Workers and Node; node-keys.ts makes the same fingerprints at less cost.
 */
import { hex } from '#domain/basics/hex.ts'
import type { Random } from '#domain/basics/random.ts'

/** The two secrets of a deployment, 32 bytes each. */
export interface Secrets {
  masterKey: Uint8Array<ArrayBuffer>
  codePepper: Uint8Array<ArrayBuffer>
}

/** Labels of fingerprints (HMAC-SHA-256). */
export const macLabels = [
  'tracking-code',
  'idempotency-key',
  'send-token',
  'filing-body',
  'guess-mark',
  // What names a followed case and who follows it in the forms of its pages.
  'form-mark',
  'blind-phone',
  'blind-name',
  // A row of an old ledger, and what a corrected one has in common with it.
  'blind-ledger',
  'staff-mark',
  'paper-code',
  // Search terms and sign-in names in the log of the desk.
  'log-mark',
  // The number on a letter of invitation: how it is derived, and what is stored of it.
  'letter-number',
  'letter-mark',
  // Where a meeting is, if not in a room of the unit.
  'place-mark',
  // The tree of heads of a day: where cases stand, what blinds a leaf, and what fills an empty place.
  'anchor-place',
  'anchor-salt',
  'anchor-blank',
] as const

export type MacLabel = (typeof macLabels)[number]

/**
 * Labels of cookies that let a browser show once more what it was just shown: one label per content. Signing
 * in or out clears all of them.
 */
export const cookieLabels = [
  // The slips of filings, one cookie each, for the browser that filed them.
  'done-cookie',
  // A number by which a browser's repeated filing is recognised.
  'browser-cookie',
  // The case that is followed.
  'track-cookie',
  // A resident's new tracking code, until they have noted it.
  'code-cookie',
  // The slip of a case registered by a member of staff.
  'slip-cookie',
  // The one-time link an admin has just made.
  'link-cookie',
  // The paper codes a member of staff has just made for themselves.
  'paper-cookie',
] as const

export type CookieLabel = (typeof cookieLabels)[number]

/** Labels of sealed values (AES-256-GCM). */
export type SealLabel =
  | 'case-key'
  // Why a file with people's words was made, in the log of the desk.
  | 'log-reason'
  | 'ledger-draft'
  | CookieLabel

/** The operations with keys; the keys themselves stay inside. */
export interface Keys {
  /** Fingerprint of a text under a label, in hex. */
  mac(label: MacLabel, text: string): Promise<string>
  /** Seals bytes under a label; `open` needs the same `context`. */
  seal(label: SealLabel, plain: Uint8Array<ArrayBuffer>, context: string): Promise<Uint8Array<ArrayBuffer>>
  /** Seals bytes under a key that the caller holds. */
  sealWith(key: CryptoKey, plain: Uint8Array<ArrayBuffer>, context: string): Promise<Uint8Array<ArrayBuffer>>
  /** Opens a value sealed by `seal`; null if key, context or bytes do not match. */
  open(
    label: SealLabel,
    sealed: Uint8Array<ArrayBuffer>,
    context: string,
  ): Promise<Uint8Array<ArrayBuffer> | null>
  /** A sealing key that can only be derived with `secretSalt` (the raw idempotency key). */
  saltedKey(secretSalt: string): Promise<CryptoKey>
  /** A secret for a library that expects a text, in hex. */
  secretText(label: 'staff-session'): Promise<string>
}

const utf8 = new TextEncoder()
const nonceLength = 12

/** Seals with a given key: returns a 12-byte random nonce, then ciphertext and tag. */
export const sealWith = async (
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

/** Opens a value sealed by `Keys.sealWith`; null if key or context differ or the value was changed. */
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

/** What HKDF mixes into the key of a label. */
export const infoOf = (label: string): string => `liuchixiang/${label}`

/**
 * The secret that the key of a fingerprint is derived from. Blind indexes lead to people, so they are derived from the key
 * that protects personal data; other fingerprints from the pepper.
 */
export const secretOf = (label: MacLabel): keyof Secrets =>
  label.startsWith('blind-') ? 'masterKey' : 'codePepper'

const hkdf = (label: string, salt = '') => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: utf8.encode(salt),
  info: utf8.encode(infoOf(label)),
})

/**
 * Derives keys from the two secrets; each is derived at its first use and cached.
 * @param random generates the nonces
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
  const macKey = (label: MacLabel) =>
    once(label, async () => {
      const from = await (secretOf(label) === 'masterKey' ? master : pepper)
      return crypto.subtle.deriveKey(hkdf(label), from, hmac, false, ['sign'])
    })
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

/** Reads a secret of 32 bytes in base64; undefined if it is missing or has another length. */
export const readSecret = (text: string | undefined): Uint8Array<ArrayBuffer> | undefined => {
  if (!text || !/^[A-Za-z0-9+/]{43}=$/.test(text)) return undefined
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  return bytes.length === secretBytes ? bytes : undefined
}
