import type { Day } from '#domain/basics/time.ts'
import { hasFaded, judgedOn, quietSince, signOf, signSince } from './early-signs.ts'
import type { FigureRow } from './tally.ts'

/** Early signs as rows of figures. */

/** Only cases about nobody make signs: all readers of a unit know of them. */
export const signAbout = 'none'

/** What was counted of a kind of matter (`key`) at a unit on a day. */
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
    (row) => row.dim === 'category' && row.about === signAbout && row.measure === 'received',
  )
  for (const row of own) put(pairOf(row), day, row.n)
  const of = (pair: string) => counts.get(pair) ?? new Map<Day, number>()
  const row = { dim: 'category', about: signAbout, n: 1 } as const
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
