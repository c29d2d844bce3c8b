import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '#domain/basics/result.ts'

/**
 * The sheet with the three keys, to be printed and sealed. Each line has four characters that show a slip when the sheet
 * is typed again.
 */

export const paperKeys = ['master-key', 'code-pepper', 'backup-key'] as const
export type PaperKey = (typeof paperKeys)[number]

const keyText = /^[A-Za-z0-9+/]{43}=$/

const checkOf = (name: string, key: string): string =>
  createHash('sha256').update(`${name} ${key}`).digest('hex').slice(0, 4)

/** The line of one key. */
export const paperLine = (name: PaperKey, key: string): string =>
  `${name.padEnd(11)}  ${key}  ${checkOf(name, key)}`

/** The lines of a sheet. */
export const writePaper = (keys: Record<PaperKey, string>): string =>
  paperKeys.map((name) => `${paperLine(name, keys[name])}\n`).join('')

/**
 * Reads a sheet that was typed again; other lines are passed over.
 * @returns the keys that are on it, or the names of those that have a slip
 */
export const readPaper = (text: string): Result<Partial<Record<PaperKey, string>>, PaperKey[]> => {
  const keys: Partial<Record<PaperKey, string>> = {}
  const slips: PaperKey[] = []
  for (const line of text.split('\n')) {
    const [name = '', key = '', check = ''] = line.trim().split(/\s+/)
    const known = paperKeys.find((one) => one === name)
    if (!known) continue
    if (keyText.test(key) && checkOf(name, key) === check.toLowerCase()) keys[known] = key
    else slips.push(known)
  }
  return slips.length > 0 ? fail(slips) : ok(keys)
}
