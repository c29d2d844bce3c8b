import { parentPort, workerData } from 'node:worker_threads'
import { packError } from './errors.ts'
import { guardOf } from './guard.ts'
import { limitDatabase, openDatabase } from './open.ts'
import { type Asked, flatOutcomes, reader } from './post.ts'
import { runnerOf } from './run.ts'
import { statementsOf } from './statements.ts'
import { writerOf } from './writer.ts'
import type { Settled } from './writer-thread.ts'

/** Entry file of the thread that writes (writer-thread.ts). */

const port = parentPort
if (!port) throw new Error('not a thread')
const database = openDatabase((workerData as { database: string }).database)
limitDatabase(database)
const write = writerOf(
  database,
  { prepare: statementsOf(database, guardOf(database)), run: runnerOf(database) },
  { half: true, alarm: (error) => tell({ alarm: packError(error) }) },
)

let settled: Settled[] = []
/** What settles together is told together. */
const tell = (one: Settled): void => {
  if (settled.length === 0)
    queueMicrotask(() => {
      port.postMessage(settled)
      settled = []
    })
  settled.push(one)
}

const read = reader()
port.on('message', (asked: Asked | 'close') => {
  if (asked === 'close') {
    database.close()
    port.close()
    return
  }
  for (const { piece, commands } of read(asked))
    write(commands).then(
      (outcomes) => tell([piece, flatOutcomes(outcomes)]),
      (error: unknown) => tell({ piece, error: packError(error) }),
    )
})
