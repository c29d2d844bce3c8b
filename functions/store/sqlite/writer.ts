import type { DatabaseSync } from 'node:sqlite'
import { type CommitOptions, commitsOf } from './commits.ts'
import type { Command, Outcome, runnerOf } from './run.ts'
import type { statementsOf } from './statements.ts'

/** Writes to a database on its own connection: in the thread of the app, or in one that does nothing else. */

/** Runs statements in their order, all or none; settles once they are on the disk. */
export type Write = (commands: Command[]) => Promise<Outcome[]>

interface Statements {
  prepare: ReturnType<typeof statementsOf>
  run: ReturnType<typeof runnerOf>
}

/** @param options see CommitOptions; writes wait five seconds for another process, unless `patience` says otherwise */
export const writerOf = (
  database: DatabaseSync,
  { prepare, run }: Statements,
  options: Partial<CommitOptions>,
): Write => {
  const commit = commitsOf(database, { half: false, patience: 5_000, alarm: () => {}, ...options })
  return (commands) => commit(() => commands.map(({ sql, values }) => run(prepare(sql), values)))
}
