import type { D1PreparedStatement } from '@cloudflare/workers-types'
import type { World } from './world.ts'

/** Tests of the figures count whole days, so each begins without cases. */

const kept = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
const tables = [
  ...[
    'figure',
    'figure_closed',
    'figure_look',
    'closed_name',
    'case_event',
    'case_listing',
    'case_code',
    'case_key',
  ],
  ...['rating_quarter', 'rating_group'],
  ...['blind_index', 'post_receipt', 'case_session', 'cases'],
]

/** Does what one trigger forbids, which holds again afterwards. */
export const despite = async (
  { db }: Pick<World, 'db'>,
  trigger: string,
  ...statements: D1PreparedStatement[]
): Promise<void> => {
  const sql = await db
    .prepare('SELECT sql FROM sqlite_schema WHERE name = ?')
    .bind(trigger)
    .first<string>('sql')
  if (sql === null) throw new Error(`no trigger ${trigger}`)
  await db.batch([db.prepare(`DROP TRIGGER "${trigger}"`), ...statements, db.prepare(sql)])
}

/** Removes cases and figures; what the triggers forbid is allowed for this moment only. */
export const emptied = async ({ db }: Pick<World, 'db'>): Promise<void> => {
  const { results } = await db.prepare(kept).all<{ name: string; sql: string }>()
  await db.batch([
    ...results.map(({ name }) => db.prepare(`DROP TRIGGER "${name}"`)),
    ...tables.map((table) => db.prepare(`DELETE FROM ${table}`)),
    ...results.map(({ sql }) => db.prepare(sql)),
  ])
}
