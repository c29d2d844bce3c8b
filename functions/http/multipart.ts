import { formFields, units } from '#domain/basics/bounds.ts'
import { type Bytes, latin, placeOf, standsAt } from '#domain/evidence/bytes.ts'
import { olderEncoding } from './form-encoding.ts'

/** A form with a file (RFC 7578), read from one buffer: the file is a view of it, so that it is in memory once. */
export interface FileForm {
  /** Texts by name, the first of each name, as in `PostedForm`. */
  form: Map<string, string[]>
  /** The files of the field. */
  files: Bytes[]
  /** A text was not in UTF-8, so it may not be what was typed. */
  guessed: boolean
}

/** Longest heads and texts of a part: the longest text of such a form is a caption, and a code with what was copied along. */
const longestHead = 4096
const longestText = 64 * 1024

/** The boundary that a `Content-Type` header names (RFC 2046, 5.1.1); null if it is no form with files. */
export const boundaryIn = (contentType: string): string | null => {
  const head = contentType.slice(0, units.header)
  return (
    /^multipart\/form-data\s*;.*?\bboundary="?([\w'()+,./:=?-]{1,70})"?\s*(?:;|$)/i.exec(head)?.[1] ?? null
  )
}

const textIn = (bytes: Bytes): { text: string; guessed: boolean } => {
  const encoding = olderEncoding(bytes, '')
  return { text: new TextDecoder(encoding).decode(bytes), guessed: encoding !== undefined }
}

/**
 * Reads a body of parts.
 * @param field name of the field with the file; files of other fields are dropped
 * @returns null if it is no such body, or has more parts than any form of ours
 */
export const readFileForm = (body: Bytes, boundary: string, field: string): FileForm | null => {
  const line = `--${boundary}`
  const read: FileForm = { form: new Map(), files: [], guessed: false }
  if (!standsAt(body, 0, line)) return null
  let parts = 0
  for (let at = line.length; !standsAt(body, at, '--'); ) {
    parts += 1
    if (!standsAt(body, at, '\r\n') || parts > formFields) return null
    const blank = placeOf(body, '\r\n\r\n', at, at + longestHead)
    const end = blank < 0 ? -1 : placeOf(body, `\r\n${line}`, blank + 2)
    if (end < 0) return null
    const head = latin(body, at, blank - at)
    const content = body.subarray(Math.min(blank + 4, end), end)
    const name = /;\s*name="([^"]{0,100})"/i.exec(head)?.[1] ?? ''
    const [, file] = /;\s*filename\*?=("?[^";]{0,300})/i.exec(head) ?? []
    if (file !== undefined) {
      // Browsers send a file without a name where none was chosen.
      if (name === field && file !== '"') read.files.push(content)
    } else if (content.length > longestText) return null
    else if (!read.form.has(name)) {
      const { text, guessed } = textIn(content)
      read.form.set(name, [text])
      read.guessed ||= guessed
    }
    at = end + 2 + line.length
  }
  return read
}
