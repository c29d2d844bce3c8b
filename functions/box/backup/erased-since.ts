import { dirname } from 'node:path'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { erasuresBeside, type ListFault, linesOf, readErasures } from './erasures.ts'

/** Whom a restore has to erase again. */

export interface ErasedSince {
  /** Path of another list, if there is a newer one than that beside the backup. */
  erasures?: string | undefined
  /** Takes what can be read of the lists, although one is missing or damaged: the person at the terminal has decided so. */
  anyway?: boolean
}

/** Why a restore would bring erased people back. */
export type ErasuresFault = { list: ListFault | 'short'; path: string }

/**
 * Reads the lists. What is beside the backup counts also where another list is given, which may be older than it looks.
 * @param backup path of the backup
 * @returns the lines to be replayed; or what is wrong with the list that has to be whole
 */
export const erasedSince = async (
  backup: string,
  { erasures, anyway = false }: ErasedSince,
): Promise<Result<{ lines: string[]; path: string }, ErasuresFault>> => {
  const beside = erasuresBeside(dirname(backup))
  const path = erasures ?? beside
  const lists = [await readErasures(path), ...(path === beside ? [] : [await readErasures(beside)])]
  const [first] = lists
  if (first && !first.ok && !anyway) return fail({ list: first.error.fault, path })
  return ok({ lines: linesOf(...lists.map((list) => (list.ok ? list.value : list.error.erasures))), path })
}
