import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fail, type Result } from '#domain/basics/result.ts'
import { syncFolder } from '../sync-folder.ts'
import { statePaths } from './paths.ts'
import { comingName, isEmptyState } from './state.ts'
import { lockState } from './state-lock.ts'

/**
 * Fills an empty state. Everything is made in a folder of its own inside the state and moved when it is complete, the
 * database last: a run that fails removes what it has made and nothing else, and one that was killed leaves a folder that
 * the next one removes.
 */

/** Why a state was not filled. */
export type FillFault = 'inUse' | 'notEmpty'

/** Brings everything into the file of the database itself. @throws if that fails: what is in the log would be left behind */
const settle = (path: string): void => {
  const database = new DatabaseSync(path)
  try {
    const { journal_mode: mode } = database.prepare('PRAGMA journal_mode = DELETE').get() ?? {}
    if (mode !== 'delete') throw new Error(`${path}: journal_mode ${mode}`)
  } finally {
    database.close()
  }
}

/** Moves what was made to its place; all of it or nothing. */
const moveIn = async (coming: string, state: string): Promise<void> => {
  const { files, erasures, database } = statePaths(coming)
  settle(database)
  const moves = [files, erasures, database]
    .filter((path) => existsSync(path))
    .map((from) => ({ from, to: join(state, relative(coming, from)) }))
  const moved: typeof moves = []
  try {
    for (const move of moves) {
      await rename(move.from, move.to)
      moved.push(move)
    }
    await syncFolder(state)
  } catch (error) {
    for (const { from, to } of moved.toReversed()) await rename(to, from)
    throw error
  }
}

/**
 * Fills a state by what `work` makes.
 * @param work is given a folder for the parts of a state: database, files, list of erasures
 * @returns what `work` returned; or that the state is not empty, or that another command or the server has its lock
 * @throws what `work` throws
 */
export const fillState = async <T, F>(
  state: string,
  work: (coming: string) => Promise<Result<T, F>>,
): Promise<Result<T, F | FillFault>> => {
  await mkdir(state, { recursive: true, mode: 0o700 })
  const release = lockState(state, 'alone')
  if (!release) return fail('inUse')
  try {
    if (!(await isEmptyState(state))) return fail('notEmpty')
    const coming = join(state, comingName)
    await rm(coming, { recursive: true, force: true })
    await mkdir(coming, { mode: 0o700 })
    try {
      const made = await work(coming)
      if (made.ok) await moveIn(coming, state)
      return made
    } finally {
      await rm(coming, { recursive: true, force: true })
    }
  } finally {
    release()
  }
}
