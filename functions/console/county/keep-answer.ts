import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseDocument } from 'yaml'

/**
 * Adds an answer to the file of answers, or puts it in place of the one that is there; comments and order stay.
 * @param file path; it is made by the first answer
 */
export const keepAnswer = (file: string, key: string, answer: unknown): void => {
  const document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : '')
  document.set(key, answer)
  writeFileSync(file, document.toString({ lineWidth: 0 }))
}
