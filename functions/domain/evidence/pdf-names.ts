import { type Bytes, latin, refuse } from './bytes.ts'
import type { FileFault } from './faults.ts'

/** Names in a PDF (ISO 32000-1, 7.3.5) that mean it does something, carries other files, or is locked. */

const bad = {
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
} as const satisfies Record<string, FileFault>
const longestName = 16
const allNames = Object.keys(bad) as (keyof typeof bad)[]
/** Pictures are noise in which shorter names occur by chance. */
const longNames = allNames.filter(({ length }) => length >= 5)

const delimiters = new Set([...'/()<>[]{}%'].map((character) => character.charCodeAt(0)))
/** PDFium ends a name at two bytes that others take into it. */
const isRegular = (byte: number): boolean =>
  byte > 0x20 && byte !== 0x80 && byte !== 0xff && !delimiters.has(byte)

const isHex = (byte = 0): boolean => /[0-9a-fA-F]/.test(String.fromCharCode(byte))

/** Stands for a character that depends on the reader. */
const any = '\uffff'
/**
 * The characters of the name behind a slash, with `#` and two digits replaced by what they stand for. What else follows a
 * `#` is another character for each reader (PDFium computes one from whatever stands there), so it is `any`.
 */
const nameAt = (bytes: Bytes, from: number): string => {
  let name = ''
  for (let at = from; name.length < longestName; at += 1) {
    const byte = bytes[at]
    if (byte === undefined || !isRegular(byte)) break
    if (byte !== 0x23) name += String.fromCharCode(byte)
    else {
      const isCode = isHex(bytes[at + 1]) && isHex(bytes[at + 2])
      name += isCode ? String.fromCharCode(Number.parseInt(latin(bytes, at + 1, 2), 16)) : any
      at += 2
    }
  }
  return name
}

/** The one of some names that a reader may take the name behind a slash for. */
export const decoded = <Name extends string>(
  bytes: Bytes,
  from: number,
  names: readonly Name[],
): Name | undefined => {
  const name = nameAt(bytes, from)
  if (!name.includes(any)) return names.find((known) => known === name)
  return names.find(
    (known) =>
      known.length === name.length &&
      [...name].every((character, at) => character === any || character === known[at]),
  )
}

/**
 * Refuses a file with a name that does something.
 * @param everywhere the bytes are pictures too, where only longer names count
 */
export const checkNames = (bytes: Bytes, everywhere = false): void => {
  const names = everywhere ? longNames : allNames
  for (let at = bytes.indexOf(0x2f); at >= 0; at = bytes.indexOf(0x2f, at + 1)) {
    const name = decoded(bytes, at + 1, names)
    if (name) refuse(bad[name])
  }
}
