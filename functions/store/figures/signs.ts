import type { D1Database } from '@cloudflare/workers-types'
import { addDays, type Day } from '#domain/basics/time.ts'
import { fadedSince, judgedOn, quietSince } from '#domain/figures/early-signs.ts'
import { daysFrom } from '#domain/figures/periods.ts'
import { type DayCount, signAbout, signRows } from '#domain/figures/sign-rows.ts'
import type { Tally } from '#domain/figures/tally.ts'
import { unitIds } from '#domain/places/areas.ts'

/** Early signs of a day that closes, from the days before it. */

const rowsSql = () =>
  `SELECT period, unit, key, n FROM figure WHERE period IN (SELECT value FROM json_each(?1)) AND dim = 'category' AND unit IN (SELECT value FROM json_each(?2)) AND about = '${signAbout}' AND measure = ?3`

/** Adds the signs of a day. Two round trips. */
export const addSigns = async (d1: D1Database, rows: Tally, day: Day, first: Day): Promise<void> => {
  const today = rows.rows()
  const ask = async (days: readonly Day[], units: readonly string[], measure: 'received' | 'sign') =>
    (await d1.prepare(rowsSql()).bind(JSON.stringify(days), JSON.stringify(units), measure).all<DayCount>())
      .results
  const yesterday = addDays(day, -1)
  const signs = await ask([judgedOn(day), ...daysFrom(quietSince(day), yesterday)], unitIds(), 'sign')
  const units = [...new Set([...today, ...signs].map(({ unit }) => unit))]
  const received = units.length > 0 ? await ask(daysFrom(fadedSince(day), yesterday), units, 'received') : []
  for (const row of signRows(day, first, today, received, signs)) rows.put(row)
}
