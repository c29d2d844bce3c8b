/**
 * Everything derived from the two secrets (rules.md R45): `MASTER_KEY` seals, `CODE_PEPPER` fingerprints.
 * Each use has its own HKDF label (RFC 5869), so that no key has two purposes. The operations are those of the
 * platform (functions/crypto/); the results are the same everywhere.
 */
import { decrypt, derive, encrypt, mac, macKey, sealingKey } from '#crypto'
import { hex } from '#domain/basics/hex.ts'
import type { Random } from '#domain/basics/random.ts'
import { type MacKey, nonceLength, type SealingKey, type Soon } from './crypto/operations.ts'

export { sealingKey } from '#crypto'
export type { SealingKey }

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
  // What a database keeps of each secret, to recognise it by (store/key-marks/).
  'key-mark',
  'blind-key-mark',
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
  sealWith(key: SealingKey, plain: Uint8Array<ArrayBuffer>, context: string): Promise<Uint8Array<ArrayBuffer>>
  /** Opens a value sealed by `seal`; null if key, context or bytes do not match. */
  open(
    label: SealLabel,
    sealed: Uint8Array<ArrayBuffer>,
    context: string,
  ): Promise<Uint8Array<ArrayBuffer> | null>
  /** A sealing key that can only be derived with `secretSalt` (the raw idempotency key). */
  saltedKey(secretSalt: string): Promise<SealingKey>
  /** A secret for a library that expects a text, in hex. */
  secretText(label: 'staff-session'): Promise<string>
}

/** Seals with a given key: returns a 12-byte random nonce, then ciphertext and tag. */
export const sealWith = async (
  random: Random,
  key: SealingKey,
  plain: Uint8Array<ArrayBuffer>,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> => encrypt(key, random(nonceLength), plain, context)

/** Opens a value sealed by `Keys.sealWith`; null if key or context differ or the value was changed. */
export const openWith = async (
  key: SealingKey,
  sealed: Uint8Array<ArrayBuffer>,
  context: string,
): Promise<Uint8Array<ArrayBuffer> | null> => decrypt(key, sealed, context)

/** What HKDF mixes into the key of a label. */
const infoOf = (label: string): string => `liuchixiang/${label}`

/**
 * The secret that the key of a fingerprint is derived from. Blind indexes lead to people, so they are derived from the key
 * that protects personal data; other fingerprints from the pepper.
 */
const secretOf = (label: MacLabel): keyof Secrets => (label.startsWith('blind-') ? 'masterKey' : 'codePepper')

/** Makes the key of a label at its first use. */
const keyring = <Label, Key>(make: (label: Label) => Soon<Key>): ((label: Label) => Soon<Key>) => {
  const made = new Map<Label, Soon<Key>>()
  return (label) => {
    const key = made.get(label) ?? make(label)
    made.set(label, key)
    return key
  }
}

/**
 * Derives keys from the two secrets; each is derived at its first use and cached.
 * @param random generates the nonces
 */
export const makeKeys = (secrets: Secrets, random: Random): Keys => {
  const macKeyOf = keyring(
    async (label: MacLabel): Promise<MacKey> =>
      macKey(await derive(secrets[secretOf(label)], '', infoOf(label))),
  )
  const sealKeyOf = keyring(
    async (label: SealLabel): Promise<SealingKey> =>
      sealingKey(await derive(secrets.masterKey, '', infoOf(label))),
  )

  return {
    mac: async (label, text) => mac(await macKeyOf(label), text),
    seal: async (label, plain, context) => sealWith(random, await sealKeyOf(label), plain, context),
    sealWith: (key, plain, context) => sealWith(random, key, plain, context),
    open: async (label, sealed, context) => openWith(await sealKeyOf(label), sealed, context),
    saltedKey: async (secretSalt) =>
      sealingKey(await derive(secrets.codePepper, secretSalt, infoOf('filing-answer'))),
    secretText: async (label) => hex(await derive(secrets.masterKey, '', infoOf(label))),
  }
}

const secretBytes = 32

/** Reads a secret of 32 bytes in base64; undefined if it is missing or has another length. */
export const readSecret = (text: string | undefined): Uint8Array<ArrayBuffer> | undefined => {
  if (!text || !/^[A-Za-z0-9+/]{43}=$/.test(text)) return undefined
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  return bytes.length === secretBytes ? bytes : undefined
}
