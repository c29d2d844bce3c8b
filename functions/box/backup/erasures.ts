import { join } from 'node:path'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Erasure } from '../../desk/erase-person.ts'
import { readCopy } from '../../erasure-list.ts'
import { Refusal } from '../command.ts'
import { boxErasures } from '../erasures.ts'
import { statePaths } from '../paths.ts'
import { writeWhole } from './durable.ts'
import { readSource } from './source.ts'

/**
 * The list of erasures beside the backups. A restore takes it, which is newer than the backup itself. It is written as a
 * whole and with the first backup, also when it has no entry, so one that is missing or torn was lost on the way.
 */

/** Most bytes of a list: a hundred thousand erasures. More is no list. */
const listBound = 16 * 1024 ** 2

/** The list beside a backup. */
export const erasuresBeside = (backups: string): string => join(backups, 'erasures.jsonl')

/** What is wrong with a list. */
export type ListFault = 'missing' | 'damaged'

const textOf = async (source: AsyncIterable<Buffer>): Promise<string | undefined> => {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of source) {
    bytes += piece.length
    if (bytes > listBound) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/**
 * Reads a list that was copied.
 * @returns its entries; or what is wrong, with those entries that can be read
 */
export const readErasures = async (
  path: string,
): Promise<Result<Erasure[], { fault: ListFault; erasures: Erasure[] }>> => {
  const source = readSource(path)
  if (!source) return fail({ fault: 'missing', erasures: [] })
  const text = await textOf(source)
  if (text === undefined) return fail({ fault: 'damaged', erasures: [] })
  const { erasures, damaged } = readCopy(text)
  return damaged ? fail({ fault: 'damaged', erasures }) : ok(erasures)
}

/** The lines of lists, each once. */
export const linesOf = (...lists: Erasure[][]): string[] => [
  ...new Set(lists.flat().map((erasure) => JSON.stringify(erasure))),
]

/** A list as bytes. */
export const listBytes = (lines: string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''))

/**
 * Adds to the list beside the backups what only the list of the state has.
 * @returns how many entries it has
 * @throws Refusal if the list beside the backups is damaged
 */
export const copyErasures = async (state: string): Promise<number> => {
  const { backups, erasures } = statePaths(state)
  const path = erasuresBeside(backups)
  const beside = await readErasures(path)
  if (!beside.ok && beside.error.fault === 'damaged')
    throw new Refusal(
      `${path}：抹除名单有读不出的行。请把它移走（不要删），再备份一次：会照 ${erasures} 重新写一份。`,
    )
  const known = beside.ok ? beside.value : []
  const lines = linesOf(known, await boxErasures(erasures).all())
  if (!beside.ok || lines.length > known.length) await writeWhole(path, [listBytes(lines)])
  return lines.length
}
