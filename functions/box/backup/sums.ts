import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readSource } from './source.ts'

/**
 * Size and SHA-256 of each file of evidence, taken when it is first backed up: a name never gets other bytes. They are of
 * sealed bytes and reveal nothing, so they lie beside the backups, and each backup has them sealed as well.
 */

export interface Sum {
  bytes: number
  sha256: string
}

/** By the name of the file. */
export type Sums = Map<string, Sum>

/** The list of the sums in the folder of the backups. */
export const sumsPath = (backups: string): string => join(backups, 'files.sums')

const pattern = /^([0-9a-f]{32}) (\d{1,15}) ([0-9a-f]{64})$/
/** Bytes of the longest line. */
const lineBound = 32 + 1 + 15 + 1 + 64 + 1

/** A list as bytes, in the order of the names. */
export function* writeSums(sums: Sums): Generator<Buffer> {
  for (const [name, { bytes, sha256 }] of [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    yield Buffer.from(`${name} ${bytes} ${sha256}\n`)
}

/**
 * Reads a list; lines of another form are passed over.
 * @param wanted which names are kept in memory
 */
export const readSums = async (
  source: AsyncIterable<Uint8Array>,
  wanted: (name: string) => boolean = () => true,
): Promise<Sums> => {
  const sums: Sums = new Map()
  let rest = ''
  for await (const piece of source) {
    const lines = (rest + Buffer.from(piece).toString('latin1')).split('\n')
    rest = (lines.pop() ?? '').slice(0, lineBound)
    for (const line of lines) {
      const [, name, bytes, sha256] = pattern.exec(line) ?? []
      if (name && sha256 && wanted(name)) sums.set(name, { bytes: Number(bytes), sha256 })
    }
  }
  return sums
}

/** The list beside the backups; empty where none was made yet. */
export const sumsBeside = async (backups: string): Promise<Sums> => {
  const source = readSource(sumsPath(backups))
  return source ? readSums(source) : new Map()
}

/** Passes bytes on and sums them up; `sum` holds for what has passed. */
export const summing = () => {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    async *through(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const piece of source) {
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
    },
    sum: (): Sum => ({ bytes, sha256: hash.copy().digest('hex') }),
  }
}

/** The sum of a file, read in pieces; undefined if it is not there. */
export const sumOf = async (path: string): Promise<Sum | undefined> => {
  const source = readSource(path)
  if (!source) return undefined
  const { through, sum } = summing()
  for await (const _ of through(source));
  return sum()
}

/** True if a file is what it was, or nothing is known of it. */
export const isSame = (found: Sum, known: Sum | undefined): boolean =>
  known === undefined || (found.bytes === known.bytes && found.sha256 === known.sha256)
