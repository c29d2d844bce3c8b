import { createReadStream } from 'node:fs'
import type { Instant } from '#domain/basics/time.ts'
import type { Contents } from './contents.ts'
import { partsOf, whole } from './parts.ts'
import { DamagedBackup } from './seal.ts'
import { type Sums, writeSums } from './sums.ts'

/** The plain text of a backup: length of the manifest in four bytes, manifest, database, sums of the files of evidence. */

/** What a backup says about itself, sealed with it. */
export interface Manifest extends Contents {
  version: 1
  at: Instant
  /** Bytes of the database that follows. */
  bytes: number
  /** Bytes of the list of sums behind it; absent in backups of earlier versions, which have none. */
  sums?: number
  /** Entries of the list of erasures beside it at that time; absent in backups of earlier versions. */
  erasures?: number
}

/** Most bytes of a manifest; more is damage. */
const manifestBound = 1 << 20

/** Bytes of the list of sums. */
export const lengthOf = (sums: Sums): number => {
  let bytes = 0
  for (const line of writeSums(sums)) bytes += line.length
  return bytes
}

const startOf = (manifest: Manifest): Buffer => {
  const text = Buffer.from(JSON.stringify(manifest))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, text])
}

/** Bytes of the whole plain text. */
export const plainLength = (manifest: Manifest): number =>
  startOf(manifest).length + manifest.bytes + (manifest.sums ?? 0)

/** The plain text. @param database path of the copy */
export async function* plain(manifest: Manifest, database: string, sums: Sums): AsyncGenerator<Uint8Array> {
  yield startOf(manifest)
  yield* createReadStream(database)
  yield* writeSums(sums)
}

const isLength = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/**
 * Takes a plain text apart. The parts are to be read in their order, and `end` at last.
 * @throws DamagedBackup
 */
export const readPlain = async (source: AsyncGenerator<Uint8Array>) => {
  const { take, end } = partsOf(source)
  const length = (await whole(take(4))).readUInt32BE(0)
  if (length > manifestBound) throw new DamagedBackup('开头的清单太长')
  const manifest = JSON.parse((await whole(take(length))).toString()) as Manifest
  const { bytes, sums = 0 } = manifest
  if (!isLength(bytes) || !isLength(sums)) throw new DamagedBackup('开头的清单不完整')
  return { manifest, database: take(bytes), sums: take(sums), end }
}
