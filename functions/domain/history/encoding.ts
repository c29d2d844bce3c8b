import { bytesOfHex } from '#domain/basics/hex.ts'
import { sha256 } from '#domain/basics/sha256.ts'
import type { EventData } from './events.ts'

/**
 * The published encoding of an event and its hash (docs/adr/0016-schema.md, with test vectors). It must never change: a
 * new encoding gets a new version byte, and old rows keep theirs. Version 1 was never deployed.
 */

const encodingVersion = 2

/** The fields that the hash of an event covers. */
export interface EncodedEvent {
  caseId: string
  seq: number
  kind: string
  actor: string
  at: number
  unit: string
  /** Unit of the acting member of staff at that moment, or empty. */
  acting: string
  /** Canonical JSON of the plain facts. */
  data: string
  /** Key scope of the sealed part, or empty. */
  scope: string
  /** The sealed part (nonce and ciphertext), or empty. */
  sealed: Uint8Array
  /** Hash of the previous event in hexadecimal; 64 zeros for the first event. */
  prev: string
}

export const genesis = '0'.repeat(64)

/** JSON with sorted keys and no white space, so that equal facts have the same text. */
export const canonicalJson = (data: EventData): string => JSON.stringify(sorted(data))

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const found = value as Record<string, unknown>
  const keys = Object.keys(found).filter((key) => found[key] !== undefined)
  return Object.fromEntries(keys.sort().map((key) => [key, sorted(found[key])]))
}

const utf8 = new TextEncoder()

/** Most bytes of one UTF-16 unit in UTF-8. */
const widest = 3
const lengthOf = (field: string | Uint8Array | number): number =>
  typeof field === 'number' ? 8 : field.length * (typeof field === 'string' ? widest : 1)

/**
 * Encodes an event: the version byte, then each field in order as a big-endian 32-bit length and its bytes; a number has
 * eight, big-endian. Texts are written where they stand: an array of bytes for each costs more than the hash.
 */
export const encodeEvent = (event: EncodedEvent): Uint8Array<ArrayBuffer> => {
  const fields = [
    event.caseId,
    event.seq,
    event.kind,
    event.actor,
    event.at,
    event.unit,
    event.acting,
    event.data,
    event.scope,
    event.sealed,
    bytesOfHex(event.prev),
  ]
  const bytes = new Uint8Array(1 + fields.reduce((sum: number, field) => sum + 4 + lengthOf(field), 0))
  const view = new DataView(bytes.buffer)
  bytes[0] = encodingVersion
  let offset = 1
  const write = (field: string | Uint8Array | number): number => {
    if (typeof field === 'string') return utf8.encodeInto(field, bytes.subarray(offset + 4)).written
    if (typeof field === 'number') {
      view.setUint32(offset + 4, field / 2 ** 32)
      view.setUint32(offset + 8, field % 2 ** 32)
      return 8
    }
    bytes.set(field, offset + 4)
    return field.length
  }
  for (const field of fields) {
    const length = write(field)
    view.setUint32(offset, length)
    offset += 4 + length
  }
  return bytes.subarray(0, offset)
}

/** SHA-256 of the encoded event, in hexadecimal. */
export const hashEvent = (event: EncodedEvent): Promise<string> => sha256(encodeEvent(event))
