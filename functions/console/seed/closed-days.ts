import type { DatabaseSync } from 'node:sqlite'
import { makeKeys } from '#keys'
import { createStore } from '#store/create.ts'
import { closeDays } from '../../anchors/close-days.ts'
import { closeFigures } from '../../figures/close-figures.ts'
import { closeRatings } from '../../figures/close-ratings.ts'
import { publishQuarters } from '../../statistics/publish-quarters.ts'
import type { SeedDatabase } from './database.ts'
import type { Machine } from './machine.ts'

/** What is closed for good, and how a local database opens it again when sample cases are added to days that have ended. */

const tables = [
  ...['anchor_part', 'anchor_day', 'figure', 'figure_closed', 'figure_look', 'closed_name'],
  ...['statistics_quarter', 'rating_quarter', 'rating_group'],
]

/**
 * Forgets the roots, figures and published quarters of the local database: none can cover a case that is added to a day that
 * was closed. The triggers that refuse it stay as they were.
 */
export const forgetClosed = (sqlite: DatabaseSync): void => {
  const triggers = sqlite
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN (SELECT value FROM json_each(?))",
    )
    .all(JSON.stringify(tables)) as { name: string; sql: string }[]
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`)
  for (const table of tables) sqlite.exec(`DELETE FROM ${table}`)
  for (const { sql } of triggers) sqlite.exec(sql)
}

/**
 * Closes all days and quarters that have ended, as the schedule would have: the newest root, the figures, what the public
 * sees. Nothing to do where they are closed.
 */
export const closePast = (
  { d1, whole }: SeedDatabase,
  { secrets, random, now }: Pick<Machine, 'secrets' | 'random' | 'now'>,
): Promise<void> =>
  whole(async () => {
    const ports = {
      store: createStore(d1, makeKeys(secrets, random), random),
      clock: () => now,
      log: (entry: object) => process.stderr.write(`${JSON.stringify(entry)}\n`),
    }
    await closeDays(ports, Infinity)
    await closeFigures(ports, { cases: Infinity, days: Infinity })
    while (await closeRatings(ports));
    while ((await ports.store.narrowRatingTasks(1000)) > 0);
    for (let before = -1; ; ) {
      const { length } = await ports.store.publishedQuarters(100)
      if (length === before) return
      before = length
      await publishQuarters(ports)
    }
  })
