import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type PackedError, unpackError } from './errors.ts'
import { pile, readOutcomes } from './post.ts'
import type { Outcome } from './run.ts'
import type { Write } from './writer.ts'

/** A thread that writes to a database file, so that rules, sealing and reads go on while SQLite works and the disk syncs. */

/** What the thread tells. */
export type Settled =
  | [piece: number, outcomes: unknown[]]
  | { piece: number; error: PackedError }
  | { alarm: PackedError }

export interface WriterThread {
  write: Write
  /** Ends the thread after what it was asked. */
  close: () => Promise<void>
}

/** What the thread makes is short-lived: by default its heap grows by 20 MB before V8 looks, and is no faster. */
const youngHeap = 3

interface Waiting {
  resolve: (outcomes: Outcome[]) => void
  reject: (error: unknown) => void
}

/**
 * Starts the thread. An error outside of what it was asked ends the process: what was acknowledged is on the disk.
 * @param file its entry file
 * @param database path of a migrated database
 */
export const writerThread = (
  file: string,
  database: string,
  alarm: (error: unknown) => void,
): WriterThread => {
  const thread = new Worker(file, {
    workerData: { database },
    resourceLimits: { maxYoungGenerationSizeMb: youngHeap },
  })
  const waiting = new Map<number, Waiting>()
  const taken = (piece: number): Waiting | undefined => {
    const found = waiting.get(piece)
    waiting.delete(piece)
    if (waiting.size === 0) thread.unref()
    return found
  }
  thread.on('message', (settled: Settled[]) => {
    for (const one of settled)
      if (Array.isArray(one)) taken(one[0])?.resolve(readOutcomes(one[1]))
      else if ('alarm' in one) alarm(unpackError(one.alarm))
      else taken(one.piece)?.reject(unpackError(one.error))
  })
  // It holds the process as long as somebody waits for it. Listening would hold it for good.
  thread.unref()
  const asked = pile()
  let last = 0
  let posting = false
  const post = (): void => {
    posting = false
    thread.postMessage(asked.take())
  }
  return {
    write: (commands) =>
      new Promise((resolve, reject) => {
        last += 1
        if (waiting.size === 0) thread.ref()
        waiting.set(last, { resolve, reject })
        asked.add(last, commands)
        if (posting) return
        // What is asked in one turn is one message.
        posting = true
        setImmediate(post)
      }),
    close: async () => {
      while (waiting.size > 0) await once(thread, 'message')
      thread.ref()
      const ended = once(thread, 'exit')
      thread.postMessage('close')
      await ended
    },
  }
}
