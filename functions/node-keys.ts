import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Random } from '#domain/basics/random.ts'
import { infoOf, type Keys, type MacLabel, makeKeys, type Secrets, secretOf } from './keys.ts'

/** Bytes of a key, as in keys.ts. */
const keyLength = 32

/**
 * The keys on Node. Fingerprints are made by node:crypto, where WebCrypto hands each one to a thread and waits for it:
 * that took a sixth of the time of following (docs/performance.md).
 */
export const nodeKeys = (secrets: Secrets, random: Random): Keys => {
  const derived = new Map<MacLabel, KeyObject>()
  const keyOf = (label: MacLabel): KeyObject => {
    const found = derived.get(label)
    if (found) return found
    const bytes = hkdfSync('sha256', secrets[secretOf(label)], '', infoOf(label), keyLength)
    const key = createSecretKey(Buffer.from(bytes))
    derived.set(label, key)
    return key
  }
  return {
    ...makeKeys(secrets, random),
    mac: async (label, text) => createHmac('sha256', keyOf(label)).update(text).digest('hex'),
  }
}
