import type { FileFault } from './faults.ts'

/** Reading untrusted bytes. The cleaners throw `Refused`, and only `cleanFile` catches it. */

export type Bytes = Uint8Array<ArrayBuffer>

/** A file that is not taken, with the reason. */
export class Refused extends Error {
  readonly fault: FileFault
  constructor(fault: FileFault) {
    super(fault)
    this.fault = fault
  }
}

/** Ends the reading of a file. */
export const refuse = (fault: FileFault): never => {
  throw new Refused(fault)
}

/** A view for numbers of several bytes; reading beyond its end throws a RangeError. */
export const numbers = (bytes: Bytes): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The byte at a place; refuses the file as broken if there is none. */
export const byteAt = (bytes: Bytes, at: number): number => bytes[at] ?? refuse('broken')

/** Some bytes as characters of Latin-1, fewer at the end of the file. */
export const latin = (bytes: Bytes, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

/** The bytes of a text of Latin-1. */
export const bytesOf = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** True if these characters stand at a place. */
export const standsAt = (bytes: Bytes, at: number, text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** The first place of some characters from `from` on and before `to`; -1 without one. */
export const placeOf = (bytes: Bytes, text: string, from: number, to = bytes.length): number => {
  const first = text.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0 && at < to; at = bytes.indexOf(first, at + 1))
    if (standsAt(bytes, at, text)) return at
  return -1
}

/** The parts of a cleaned file as one; its length is the sum of theirs. */
export const joined = (parts: readonly Bytes[]): Bytes => {
  const all = new Uint8Array(lengthOf(parts))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The number of bytes of some parts together. */
export const lengthOf = (parts: readonly Bytes[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0)
