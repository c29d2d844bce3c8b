import type { DatabaseSync } from 'node:sqlite'
import { asD1, isAlarm } from './errors.ts'

/** Pieces of work of one transaction (commits.ts), in a savepoint where it must fail for its owner only. */

export interface Work {
  run: () => unknown
  done: (value: unknown) => void
  failed: (error: unknown) => void
  /** When it came, on the clock of `performance`. */
  since: number
  /** Was in a transaction in which one of them failed, so that it gets a savepoint. */
  apart?: true
  /** Has failed a transaction together with others, so that it gets one of its own. */
  alone?: true
}

/**
 * Runs one piece of work without a savepoint.
 * @returns how its promise settles
 * @throws if it fails
 */
export const atOnce = ({ run, done }: Work): (() => void) => {
  const value = run()
  return () => done(value)
}

/** @param alarm called when the disk is full or fails */
export const savepointsOf = (database: DatabaseSync, alarm: (error: unknown) => void) => {
  const refuse = (works: Work[], error: unknown): void => {
    if (isAlarm(error)) alarm(error)
    for (const { failed } of works) failed(asD1(error))
  }

  /**
   * Runs one piece of work in a savepoint.
   * @returns how its promise settles
   * @throws if the whole transaction was rolled back with it
   */
  const inSavepoint = ({ run, done, failed }: Work): (() => void) => {
    database.exec('SAVEPOINT work')
    try {
      const value = run()
      database.exec('RELEASE work')
      return () => done(value)
    } catch (error) {
      if (!database.isTransaction) throw error
      database.exec('ROLLBACK TO work; RELEASE work')
      if (isAlarm(error)) alarm(error)
      return () => failed(asD1(error))
    }
  }

  return { inSavepoint, refuse }
}
