import { type Bytes, refuse } from './bytes.ts'
import type { FileFault } from './faults.ts'

/** Names in a PDF (ISO 32000-1, 7.3.5) that mean it does something, carries other files, or is locked. */

const bad: Record<string, FileFault> = {
  JavaScript: 'script',
  JS: 'script',
  Launch: 'script',
  SubmitForm: 'script',
  ImportData: 'script',
  Rendition: 'script',
  RichMedia: 'script',
  Movie: 'script',
  Sound: 'script',
  XFA: 'script',
  GoToR: 'script',
  GoToE: 'script',
  EF: 'script',
  AF: 'script',
  FileAttachment: 'script',
  EmbeddedFile: 'script',
  EmbeddedFiles: 'script',
  Filespec: 'script',
  Collection: 'script',
  Encrypt: 'locked',
  Crypt: 'locked',
}
const longestName = 16
/** Pictures are noise in which shorter names occur by chance. */
const surely = 5

const delimiters = new Set([...'/()<>[]{}%'].map((character) => character.charCodeAt(0)))
const isRegular = (byte: number): boolean => byte > 0x20 && !delimiters.has(byte)

const hexDigit = (byte = 0): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** The name behind a slash, with `#` and two digits replaced by the character they stand for. */
const nameAt = (bytes: Bytes, from: number): string => {
  let name = ''
  for (let at = from; name.length < longestName; at += 1) {
    const byte = bytes[at]
    if (byte === undefined || !isRegular(byte)) break
    const high = byte === 0x23 ? hexDigit(bytes[at + 1]) : -1
    const low = high < 0 ? -1 : hexDigit(bytes[at + 2])
    name += String.fromCharCode(low < 0 ? byte : high * 16 + low)
    if (low >= 0) at += 2
  }
  return name
}

/**
 * Refuses a file with a name that does something.
 * @param everywhere the bytes are pictures too, where only longer names count
 */
export const checkNames = (bytes: Bytes, everywhere = false): void => {
  for (let at = bytes.indexOf(0x2f); at >= 0; at = bytes.indexOf(0x2f, at + 1)) {
    const name = nameAt(bytes, at + 1)
    if (Object.hasOwn(bad, name) && (!everywhere || name.length >= surely)) refuse(bad[name] as FileFault)
  }
}
