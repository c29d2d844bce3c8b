import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesOf } from '#domain/history/case-files.ts'
import type { Scope } from '#domain/history/events.ts'
import { createFileStore } from '#store/files/create.ts'
import { sealedLength } from '#store/files/seal.ts'
import { folderBox } from '../../file-folder.ts'
import type { BoxPorts } from '../box-ports.ts'

/** A dump has no sums of the files of evidence, but their seals show whether the bytes are those that were sealed. */

const rowsSql = "SELECT id, case_id, scope FROM case_file WHERE case_id <> '' ORDER BY case_id, id"

interface Row {
  id: string
  case_id: string
  scope: Scope
}

const isWhole = async (open: () => Promise<ReadableStream<Uint8Array> | null>): Promise<boolean> => {
  try {
    for await (const _ of (await open()) ?? []);
    return true
  } catch {
    return false
  }
}

/**
 * Names of the files in a folder that do not open with the keys of their cases, or have another length; each is read once.
 * Files that are not there, or of which the history says nothing, are passed over.
 * @param ports with keys that fit: with others no file opens
 */
export const changedFiles = async (
  { d1, keys, random, store }: BoxPorts,
  folder: string,
): Promise<string[]> => {
  const files = createFileStore(d1, keys, random, folderBox(folder))
  const changed: string[] = []
  const { results } = await d1.prepare(rowsSql).all<Row>()
  for (const { id, case_id: caseId, scope } of results) {
    const path = join(folder, id)
    const stored = existsSync(path) ? await store.openById(caseId) : null
    const file = stored && filesOf(stored.events, scope).find((one) => one.id === id)
    if (!file || file.erased) continue
    const hasLength = statSync(path).size === sealedLength(file.size)
    if (!hasLength || !(await isWhole(() => files.open(stored, file, 0, file.size)))) changed.push(id)
  }
  return changed
}
