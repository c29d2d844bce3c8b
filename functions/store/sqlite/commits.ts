import type { DatabaseSync } from 'node:sqlite'
import { isBusy, isConstraint } from './errors.ts'
import { atOnce, savepointsOf, type Work } from './savepoints.ts'

/**
 * Group commit: what is written in one turn of the event loop is one transaction with one fsync. If a piece of work fails,
 * all are undone and done again, each in a savepoint of its own: savepoints copy every page, and few works fail. node:sqlite
 * is synchronous, so a thread stands still until its COMMIT ends, and what has come meanwhile is the next transaction. A
 * promise settles after COMMIT, never before.
 */

/** Pieces of work in one transaction; the others wait for the next turn, so that reads come between. */
const together = 64
/** So many are one transaction even where only half of what waits is taken. */
const worthOne = 8
/** How long to wait before the lock of another process is asked for again, in milliseconds. */
const askAgain = 10
/** How long SQLite itself waits for a lock, which stops the process; writes wait longer without stopping it. */
export const lockWait = 50

export interface CommitOptions {
  /**
   * With many waiting, one transaction takes half of them: those are answered while the others are written. Worth it where
   * somebody else answers (writer-thread.ts).
   */
  half: boolean
  /** How long writes wait for another process that writes, in milliseconds. */
  patience: number
  /** Called when the disk is full or fails. */
  alarm: (error: unknown) => void
}

/** @returns a function that runs `work` inside a transaction; its promise settles once that is on the disk */
export const commitsOf = (database: DatabaseSync, { half, patience, alarm }: CommitOptions) => {
  const { inSavepoint, refuse } = savepointsOf(database, alarm)
  const waiting: Work[] = []
  let scheduled = false
  /** Another process writes: one timer asks again for everybody. */
  let locked = false
  const ownWait = Number(database.prepare('PRAGMA busy_timeout').get()?.['timeout'])

  const undo = (sql: string): void => {
    // SQLite rolls back by itself after some errors, a full disk among them.
    if (database.isTransaction) database.exec(sql)
  }

  const commit = (works: Work[]): void => {
    const apart = works.some((work) => work.apart)
    let settle: (() => void)[]
    try {
      settle = works.map(apart ? inSavepoint : atOnce)
      database.exec('COMMIT')
    } catch (error) {
      undo('ROLLBACK')
      if (!apart && works.length > 1) {
        waiting.unshift(...works.map((work) => ({ ...work, apart: true as const })))
        return
      }
      // A deferred foreign key fails at COMMIT, for all of them: one by one it fails for its owner.
      if (isConstraint(error) && works.length > 1)
        waiting.unshift(...works.map((work) => ({ ...work, alone: true as const })))
      else refuse(works, error)
      return
    }
    for (const done of settle) done()
  }

  const nextGroup = (): Work[] => {
    if (waiting[0]?.alone) return waiting.splice(0, 1)
    const wanted = half ? Math.max(worthOne, Math.ceil(waiting.length / 2)) : together
    return waiting.splice(0, Math.min(wanted, together))
  }

  /** Begins a transaction. @returns the error if another process writes */
  const busyAtBegin = (): unknown => {
    try {
      database.exec('BEGIN IMMEDIATE')
      return undefined
    } catch (error) {
      if (isBusy(error)) return error
      refuse(nextGroup(), error)
      return undefined
    }
  }

  /** Waits for the lock of another process for all writes at once, and refuses those whose patience is over. */
  const askLater = (error: unknown): void => {
    // From now on SQLite does not wait by itself: reads go on.
    if (!locked) database.exec('PRAGMA busy_timeout = 0')
    locked = true
    const late = performance.now() - patience
    const stays = waiting.findIndex(({ since }) => since > late)
    refuse(waiting.splice(0, stays < 0 ? waiting.length : stays), error)
    if (waiting.length > 0) setTimeout(flush, askAgain)
    else rest()
  }

  /** Nobody waits for a lock any more. */
  const rest = (): void => {
    if (locked) database.exec(`PRAGMA busy_timeout = ${ownWait}`)
    locked = false
    scheduled = waiting.length > 0
    if (scheduled) setImmediate(flush)
  }

  const flush = (): void => {
    if (!database.isOpen) {
      scheduled = false
      refuse(waiting.splice(0), new Error('D1_ERROR: the database is closed'))
      return
    }
    // A command that stores a whole has a transaction open (functions/console/seed/database.ts).
    if (database.isTransaction) for (const settle of nextGroup().map(inSavepoint)) settle()
    else {
      const busy = busyAtBegin()
      if (busy !== undefined) {
        askLater(busy)
        return
      }
      if (database.isTransaction) commit(nextGroup())
    }
    rest()
  }

  return <T>(run: () => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const since = performance.now()
      waiting.push({ run, done: resolve as (value: unknown) => void, failed: reject, since })
      if (scheduled) return
      scheduled = true
      setImmediate(flush)
    })
}
