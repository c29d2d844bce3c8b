import { existsSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Erasure, ErasureList } from './desk/erase-person.ts'
import { syncFolder } from './sync-folder.ts'

const isErasure = (value: unknown): value is Erasure => {
  const { caseId, party, at } = (value ?? {}) as Partial<Record<string, unknown>>
  return typeof caseId === 'string' && Number.isSafeInteger(party) && typeof at === 'number'
}

const parsed = (line: string): Erasure | undefined => {
  try {
    const value: unknown = JSON.parse(line)
    return isErasure(value) ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * The entries of a copy of the list, which was written as a whole: a torn last line is damage there as any other is.
 * @returns the lines that can be read, and whether those are all
 */
export const readCopy = (text: string): { erasures: Erasure[]; damaged: boolean } => {
  const lines = text.split('\n').filter((line) => line !== '')
  const erasures = lines.map(parsed).filter((erasure) => erasure !== undefined)
  return { erasures, damaged: erasures.length < lines.length }
}

/**
 * Splits off the last line if it was torn: it has no end and is no entry. That is what a full disk or a power cut leaves of
 * an erasure that was never acknowledged, because what is acknowledged is on the disk as a whole line.
 */
const split = (bytes: Buffer): { whole: Buffer; torn: boolean } => {
  const end = bytes.lastIndexOf('\n') + 1
  const torn = end < bytes.length && parsed(bytes.subarray(end).toString('utf8')) === undefined
  return { whole: torn ? bytes.subarray(0, end) : bytes, torn }
}

/** Appends a line, after the torn one is cut off, and makes it durable. */
const append = async (path: string, line: string): Promise<void> => {
  const file = await open(path, 'a+', 0o600)
  try {
    const { whole, torn } = split(await file.readFile())
    if (torn) {
      await file.truncate(whole.length)
      await file.sync()
    }
    const unended = whole.length > 0 && whole.at(-1) !== 0x0a
    await file.appendFile(unended ? `\n${line}` : line)
    await file.sync()
  } finally {
    await file.close()
  }
  // The first erasure has made the file.
  await syncFolder(dirname(path))
}

/** A line of the list. @throws with the code `ERASURES_DAMAGED`, without a word of the line */
const read = (line: string): Erasure => {
  const erasure = parsed(line)
  if (erasure) return erasure
  throw Object.assign(new Error('The list of erasures is damaged.'), { code: 'ERASURES_DAMAGED' })
}

/**
 * The list of erasures as a file with one JSON object per line, stored outside the database.
 * @param path the file; created by the first erasure
 * @param onTorn called by `all` if the last line is torn; any other line that is no JSON makes `all` fail with the
 *   code `ERASURES_DAMAGED`
 */
export const erasureFile = (path: string, onTorn: () => void = () => {}): ErasureList => {
  let before: Promise<unknown> = Promise.resolve()
  return {
    // One after another: a line that is being written must not look torn to the next.
    add(erasure) {
      const added = before.then(() => append(path, `${JSON.stringify(erasure)}\n`))
      before = added.catch(() => undefined)
      return added
    },
    async all() {
      if (!existsSync(path)) return []
      const { whole, torn } = split(await readFile(path))
      if (torn) onTorn()
      const lines = whole.toString('utf8').split('\n')
      return lines.filter((line) => line !== '').map(read)
    },
  }
}
