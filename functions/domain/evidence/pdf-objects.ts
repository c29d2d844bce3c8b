import { type Bytes, latin, placeOf, refuse, standsAt } from './bytes.ts'
import { decoded } from './pdf-names.ts'

/**
 * The objects of a PDF (ISO 32000-1, 7.2 and 7.3). Readers find them by a table of contents, which may point anywhere, or
 * by searching, so every place where one could begin is read. A file in which one reading runs into the next is refused:
 * then what stands in a stream for us stands in one for every reader.
 */

export interface PdfObject {
  /** Where its value begins and ends. */
  from: number
  to: number
  /** The data of its stream. */
  stream?: { start: number; stop: number }
  /** Some name in it is one of those that only a stream of objects has. */
  isPacked: boolean
}

/** Readers give up on deeper ones, some of them quietly. */
const deepest = 50

const isOneOf = (characters: string) => {
  const codes = new Set([...characters].map((character) => character.charCodeAt(0)))
  return (byte: number | undefined): boolean => byte !== undefined && codes.has(byte)
}
const isDelimiter = isOneOf('()<>[]{}/%')
const isLineEnd = isOneOf('\n\r')
const isBlank = isOneOf('\0\t\n\f\r ')
/** What at least one reader takes for a blank: PDFium ends words at these two as well. */
const mayBeBlank = (byte = 0): boolean => byte <= 0x20 || byte === 0x80 || byte === 0xff
const isNumeric = isOneOf('0123456789+-.')
const isHex = isOneOf('0123456789abcdefABCDEF')

/** Goes back over what may be blank. A comment there could hide a number, so a file that has one is refused. */
const backOverBlanks = (bytes: Bytes, from: number): number => {
  let at = from
  let ended = false
  for (; at > 0 && mayBeBlank(bytes[at - 1]); at -= 1) ended ||= isLineEnd(bytes[at - 1])
  if (!ended || isNumeric(bytes[at - 1])) return at
  for (let back = at - 1; back >= 0 && !isLineEnd(bytes[back]); back -= 1)
    if (bytes[back] === 0x25) refuse('odd')
  return at
}

/** True if the keyword `obj` at a place stands behind two numbers. */
const isHead = (bytes: Bytes, at: number): boolean => {
  const next = bytes[at + 3]
  if (next !== undefined && !mayBeBlank(next) && !isDelimiter(next)) return false
  const end = backOverBlanks(bytes, at)
  let number = end
  while (isNumeric(bytes[number - 1])) number -= 1
  if (number === end) return false
  const before = backOverBlanks(bytes, number)
  return before < number && isNumeric(bytes[before - 1])
}

/** The place of the next `obj` from `from` on; the length of the file if there is none. */
const nextHead = (bytes: Bytes, from: number): number => {
  for (let at = placeOf(bytes, 'obj', from); at >= 0; at = placeOf(bytes, 'obj', at + 3))
    if (isHead(bytes, at)) return at
  return bytes.length
}

const afterBlanks = (bytes: Bytes, from: number, to: number): number => {
  let at = from
  for (; at < to; at += 1) {
    if (bytes[at] === 0x25) while (at + 1 < to && !isLineEnd(bytes[at])) at += 1
    else if (!isBlank(bytes[at])) break
  }
  if (at < to && mayBeBlank(bytes[at])) refuse('odd')
  return at
}

const afterText = (bytes: Bytes, from: number, to: number): number => {
  let depth = 0
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === 0x5c) at += 1
    else if (bytes[at] === 0x28) depth += 1
    else if (bytes[at] === 0x29) depth -= 1
    if (depth === 0) return at + 1
  }
  return refuse('odd')
}

const afterHex = (bytes: Bytes, from: number, to: number): number => {
  let at = from + 1
  while (at < to && (isHex(bytes[at]) || isBlank(bytes[at]))) at += 1
  return at < to && bytes[at] === 0x3e ? at + 1 : refuse('odd')
}

const afterWord = (bytes: Bytes, from: number, to: number): number => {
  let at = from
  for (; at < to && !isBlank(bytes[at]) && !isDelimiter(bytes[at]); at += 1)
    if ((bytes[at] ?? 0) < 0x20) refuse('odd')
  return at
}

const opens = ['<<', '['] as const
const closes = ['>>', ']'] as const

/** The end of the value that begins at `from`, and whether one of its names is of a stream of objects. */
const readValue = (bytes: Bytes, from: number, to: number) => {
  const open: number[] = []
  let isPacked = false
  let at = from
  do {
    at = afterBlanks(bytes, at, to)
    const opened = opens.findIndex((mark) => standsAt(bytes, at, mark))
    const closed = closes.findIndex((mark) => standsAt(bytes, at, mark))
    if (at >= to) {
      if (open.length > 0) refuse('odd')
    } else if (opened >= 0) {
      if (open.push(opened) > deepest) refuse('odd')
      at += 2 - opened
    } else if (closed >= 0) {
      if (open.pop() !== closed) refuse('odd')
      at += 2 - closed
    } else if (bytes[at] === 0x28) at = afterText(bytes, at, to)
    else if (bytes[at] === 0x3c) at = afterHex(bytes, at, to)
    else if (bytes[at] === 0x2f) {
      isPacked ||= decoded(bytes, at + 1, ['First', 'ObjStm']) !== undefined
      at = afterWord(bytes, at + 1, to)
    } else if (isDelimiter(bytes[at])) refuse('odd')
    else at = afterWord(bytes, at, to)
  } while (open.length > 0)
  return { end: at, isPacked }
}

/** The data of the stream whose keyword stands at `at`: behind a line end, up to the first `endstream`. */
const streamAt = (bytes: Bytes, at: number, to: number) => {
  const line = at + 6
  // Some readers skip whatever else stands on the line.
  if (!isLineEnd(bytes[line])) refuse('odd')
  const start = bytes[line] === 0x0d && bytes[line + 1] === 0x0a ? line + 2 : line + 1
  const stop = placeOf(bytes, 'endstream', start, to)
  return stop < 0 ? refuse('broken') : { start, stop }
}

/** All objects, in the order of the file. */
export function* objectsOf(bytes: Bytes): Generator<PdfObject> {
  for (let head = nextHead(bytes, 0); head < bytes.length; ) {
    const from = head + 3
    const next = nextHead(bytes, from)
    const { end, isPacked } = readValue(bytes, from, next)
    const keyword = afterBlanks(bytes, end, next)
    const stream = standsAt(bytes, keyword, 'stream') ? streamAt(bytes, keyword, next) : undefined
    yield { from, to: end, isPacked, ...(stream && { stream }) }
    head = next
  }
}

const entry = /\s*\/(\w+)\s*(\/\w+|-?\d+(?:\s+\d+\s+R\b)?|\[\s*\/\w+\s*\])/y
const longestPacked = 2_000

/**
 * How a stream of objects is packed. Its dictionary must be as plain as programs write it, so that nobody can read it in
 * another way.
 */
export const isDeflated = (bytes: Bytes, { from, to }: PdfObject): boolean => {
  if (to - from > longestPacked) refuse('odd')
  const dictionary = latin(bytes, from, to - from).trim()
  if (!dictionary.startsWith('<<')) refuse('odd')
  const inner = dictionary.slice(2, -2)
  const entries = new Map<string, string>()
  entry.lastIndex = 0
  let end = 0
  for (let found = entry.exec(inner); found; found = entry.exec(inner)) {
    const [, key = '', value = ''] = found
    if (entries.has(key)) refuse('odd')
    entries.set(key, value.replace(/[[\]\s]/g, ''))
    end = entry.lastIndex
  }
  if (inner.slice(end).trim() !== '') refuse('odd')
  const packings = [...entries].filter(([key]) => !['Type', 'N', 'First', 'Length', 'Extends'].includes(key))
  const [packing] = packings
  if (!packing) return false
  const [key, value] = packing
  return packings.length === 1 && key === 'Filter' && value === '/FlateDecode' ? true : refuse('odd')
}
