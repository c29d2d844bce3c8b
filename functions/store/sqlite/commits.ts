import type { DatabaseSync } from 'node:sqlite'
import { asD1, isAlarm, isBusy, isConstraint } from './errors.ts'

/**
 * Group commit: what is written in one turn of the event loop is one transaction with one fsync, each piece of work in a
 * savepoint of its own. node:sqlite is synchronous, so an fsync stops the process; sixteen filings that wait for one
 * fsync take as long as one (docs/how/box.md). A promise settles after COMMIT, never before.
 */

/** Pieces of work in one transaction; the others wait for the next turn, so that reads come between. */
const together = 64
/** How long to wait before the lock of another process is asked for again, in milliseconds. */
const askAgain = 10
/** How long SQLite itself waits for a lock, which stops the process; writes wait longer without stopping it. */
export const lockWait = 50

interface Work {
  run: () => unknown
  done: (value: unknown) => void
  failed: (error: unknown) => void
}

/** The longest that a write waits for others to share its fsync, in milliseconds. */
const longestGathering = 20

export interface CommitOptions {
  /**
   * How many requests are being answered: while some of them have not come to their write yet, writes wait for them for
   * as long as two commits take here. Without it a write never waits.
   */
  inProgress: () => number
  /** How long writes wait for another process that writes, in milliseconds. */
  patience: number
  /** Called when the disk is full or fails. */
  alarm: (error: unknown) => void
}

/** @returns a function that runs `work` inside a transaction; its promise settles once that is on the disk */
export const commitsOf = (database: DatabaseSync, { inProgress, patience, alarm }: CommitOptions) => {
  const waiting: Work[] = []
  let scheduled = false
  /** How long the last COMMIT took: a fifth of a millisecond or ten, as the disk is. */
  let cost = 0
  let gathering: ReturnType<typeof setTimeout> | undefined

  const undo = (sql: string): void => {
    // SQLite rolls back by itself after some errors, a full disk among them.
    if (database.isTransaction) database.exec(sql)
  }

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

  const commit = (works: Work[]): void => {
    let settle: (() => void)[]
    try {
      settle = works.map(inSavepoint)
      const began = performance.now()
      database.exec('COMMIT')
      cost = performance.now() - began
    } catch (error) {
      undo('ROLLBACK')
      // A deferred foreign key fails at COMMIT, for all of them: one by one it fails for its owner.
      if (isConstraint(error) && works.length > 1) for (const work of works) begin([work])
      else refuse(works, error)
      return
    }
    for (const done of settle) done()
  }

  const begin = (works: Work[], waited = 0): void => {
    if (!database.isOpen) {
      refuse(works, new Error('D1_ERROR: the database is closed'))
      return
    }
    // A command that stores a whole has a transaction open (functions/console/seed/database.ts).
    if (database.isTransaction) {
      for (const settle of works.map(inSavepoint)) settle()
      return
    }
    try {
      database.exec('BEGIN IMMEDIATE')
    } catch (error) {
      if (isBusy(error) && waited < patience)
        setTimeout(() => begin(works, waited + askAgain + lockWait), askAgain)
      else refuse(works, error)
      return
    }
    commit(works)
  }

  const flush = (): void => {
    clearTimeout(gathering)
    gathering = undefined
    const works = waiting.splice(0, together)
    scheduled = waiting.length > 0
    if (scheduled) setImmediate(flush)
    begin(works)
  }

  const allAreHere = (): boolean => waiting.length >= Math.min(inProgress(), together)

  const gather = (): void => {
    const wait = Math.min(2 * cost, longestGathering)
    if (wait < 1 || allAreHere()) flush()
    else gathering = setTimeout(flush, wait)
  }

  return <T>(run: () => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ run, done: resolve as (value: unknown) => void, failed: reject })
      if (gathering !== undefined && allAreHere()) {
        clearTimeout(gathering)
        gathering = undefined
        setImmediate(flush)
      }
      if (scheduled) return
      scheduled = true
      setImmediate(gather)
    })
}
