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

const uint64 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(8)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, value / 2 ** 32)
  view.setUint32(4, value % 2 ** 32)
  return bytes
}

/** Encodes an event: the version byte, then each field in order as a big-endian 32-bit length and its bytes. */
export const encodeEvent = (event: EncodedEvent): Uint8Array<ArrayBuffer> => {
  const fields = [
    utf8.encode(event.caseId),
    uint64(event.seq),
    utf8.encode(event.kind),
    utf8.encode(event.actor),
    uint64(event.at),
    utf8.encode(event.unit),
    utf8.encode(event.acting),
    utf8.encode(event.data),
    utf8.encode(event.scope),
    event.sealed,
    bytesOfHex(event.prev),
  ]
  const bytes = new Uint8Array(1 + fields.reduce((sum, field) => sum + 4 + field.length, 0))
  const view = new DataView(bytes.buffer)
  bytes[0] = encodingVersion
  let offset = 1
  for (const field of fields) {
    view.setUint32(offset, field.length)
    bytes.set(field, offset + 4)
    offset += 4 + field.length
  }
  return bytes
}

/** SHA-256 of the encoded event, in hexadecimal. */
export const hashEvent = (event: EncodedEvent): Promise<string> => sha256(encodeEvent(event))
