import type { D1Database } from '@cloudflare/workers-types'
import { addDays, type Day } from '#domain/basics/time.ts'
import { fadedSince, hasFaded, judgedOn, quietSince, signOf, signSince } from '#domain/figures/early-signs.ts'
import { daysFrom } from '#domain/figures/periods.ts'
import { unitIds } from '#domain/places/areas.ts'
import type { FigureRow, Tally } from './tally.ts'

/** Early signs of a day that closes, from the days before it. Only cases about nobody: all readers of a unit know of them. */

const about = 'none'
const rowsSql = () =>
  `SELECT period, unit, key, n FROM figure WHERE period IN (SELECT value FROM json_each(?1)) AND dim = 'category' AND unit IN (SELECT value FROM json_each(?2)) AND about = '${about}' AND measure = ?3`

export interface DayCount {
  period: Day
  unit: string
  key: string
  n: number
}

const pairOf = ({ unit, key }: { unit: string; key: string }) => `${unit} ${key}`

/** The signs of one day and what became of those it judges, from what was received and from earlier signs. */
export const signRows = (
  day: Day,
  first: Day,
  today: readonly FigureRow[],
  received: readonly DayCount[],
  signs: readonly DayCount[],
): FigureRow[] => {
  const counts = new Map<string, Map<Day, number>>()
  const put = (pair: string, on: Day, n: number) =>
    counts.set(pair, (counts.get(pair) ?? new Map()).set(on, n))
  for (const row of received) put(pairOf(row), row.period, row.n)
  const own = today.filter(
    (row) => row.dim === 'category' && row.about === about && row.measure === 'received',
  )
  for (const row of own) put(pairOf(row), day, row.n)
  const of = (pair: string) => counts.get(pair) ?? new Map<Day, number>()
  const row = { dim: 'category', about, n: 1 } as const
  const isQuiet = (pair: string) =>
    signs.some((sign) => pairOf(sign) === pair && sign.period >= quietSince(day) && sign.period < day)
  const seen = signSince(day) < first ? [] : own.filter((one) => !isQuiet(pairOf(one)))
  return [
    ...seen.flatMap(({ unit, key }): FigureRow[] => {
      const recent = signOf(of(pairOf({ unit, key })), day)
      return recent === null ? [] : [{ ...row, unit, key, measure: 'sign', value: recent }]
    }),
    ...signs
      .filter((sign) => sign.period === judgedOn(day))
      .map((sign): FigureRow => {
        const { unit, key } = sign
        const measure = hasFaded(of(pairOf(sign)), sign.period) ? 'signFaded' : 'signHeld'
        return { ...row, unit, key, measure, value: 0 }
      }),
  ]
}

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
