import type { D1Database } from '@cloudflare/workers-types'
import { addDays, afterDay, type Day, dayOf } from '#domain/basics/time.ts'
import { caseDay, laterLooks } from '#domain/figures/case-day.ts'
import { isRebuilt } from '#domain/figures/measures.ts'
import { endingWith, rolledFrom } from '#domain/figures/periods.ts'
import { type DayCount, signRows } from '#domain/figures/sign-rows.ts'
import { type FigureRow, isLateByKey, type Tally, tally } from '#domain/figures/tally.ts'
import { stateOf } from '#domain/history/case-state.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { Keys } from '#keys'
import { agreementMoney } from '#store/agreement-money.ts'
import type { Mismatch } from '#store/verify.ts'
import { concludes, historiesOf } from './histories.ts'

/**
 * Rebuilds the figures of every closed day from the histories and compares them, and every longer period with its parts. What
 * was seen once (`isRebuilt`) is compared only in the sums of longer periods.
 */

const casesAtOnce = 200

/** The days on which a case counted: with an event, or when it was to be looked at; each with its history until then. */
const daysOf = function* (events: CaseEvent[], last: Day): Generator<[Day, CaseEvent[]]> {
  const ahead = new Set(events.map(({ at }) => dayOf(at)))
  for (;;) {
    const [day] = [...ahead].sort()
    if (day === undefined || day > last) return
    ahead.delete(day)
    const until = events.filter(({ at }) => at < afterDay(day))
    yield [day, until]
    for (const look of laterLooks(until, day)) ahead.add(look)
  }
}

const idOf = ({ n: _, ...row }: FigureRow): string =>
  [row.dim, row.unit, row.about, row.measure, row.key, row.value].join(' ')
const asMap = (rows: readonly FigureRow[]): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(idOf(row), (sums.get(idOf(row)) ?? 0) + row.n)
  return sums
}

/** The first difference of two sets of rows, or null. */
const difference = (one: Map<string, number>, other: Map<string, number>): string | null =>
  [...new Set([...one.keys(), ...other.keys()])].sort().find((id) => one.get(id) !== other.get(id)) ?? null

const rebuilt = async (d1: D1Database, keys: Keys, last: Day): Promise<Map<Day, Tally>> => {
  const days = new Map<Day, Tally>()
  for (let after = ''; ; ) {
    const { results } = await d1
      .prepare('SELECT id FROM cases WHERE id > ?1 ORDER BY id LIMIT ?2')
      .bind(after, casesAtOnce)
      .all<{ id: string }>()
    const ids = results.map(({ id }) => id)
    const histories = await historiesOf(d1, ids, afterDay(last))
    const settled = [...histories].flatMap(([id, events]) => (concludes(events) ? id : []))
    const money = await agreementMoney({ d1, keys }, settled)
    for (const [id, events] of histories)
      for (const [day, until] of daysOf(events, last)) {
        const rows = days.get(day) ?? tally()
        rows.add(stateOf(until), caseDay(until, day, money.get(id)))
        days.set(day, rows)
      }
    after = ids.at(-1) ?? ''
    if (ids.length < casesAtOnce) return days
  }
}

/** Creates the verification, for maintainers and tests; it is not part of the Workers' bundles. */
export const createFigureVerify = (d1: D1Database, keys: Keys) => {
  const stored = async (period: string): Promise<FigureRow[]> =>
    (
      await d1
        .prepare('SELECT dim, unit, about, measure, key, value, n FROM figure WHERE period = ?1')
        .bind(period)
        .all<FigureRow>()
    ).results

  /** @returns what differs, with an empty id: `figure 2026-11-24: all qingshi-committee none received 0` */
  return async (): Promise<Mismatch[]> => {
    const { results } = await d1
      .prepare('SELECT kind, period, rows FROM figure_closed ORDER BY period')
      .all<{ kind: string; period: string; rows: number }>()
    const closed = new Map(
      results.flatMap(({ kind, period, rows }) => (kind === 'late' ? [] : [[period, rows] as const])),
    )
    // Days before it were closed when nothing was entered later by category and track.
    const lateFrom = results.find(({ kind }) => kind === 'late')?.period
    const days = results.flatMap(({ kind, period }) => (kind === 'day' ? period : []))
    const [first, last] = [days[0], days.at(-1)]
    if (!first || !last) return []
    const faults: Mismatch[] = []
    const put = (what: string) => faults.push({ caseId: '', what })
    const compare = async (period: string, expected: readonly FigureRow[], is = (_: FigureRow) => true) => {
      const own = await stored(period)
      if (own.length !== closed.get(period)) put(`figure_closed ${period}`)
      const found = difference(asMap(expected), asMap(own.filter(is)))
      if (found) put(`figure ${period}: ${found}`)
      return own
    }
    const counted = await rebuilt(d1, keys, last)
    const received: DayCount[] = []
    const signs: DayCount[] = []
    for (let day = first; day <= last; day = addDays(day, 1)) {
      if (!closed.has(day)) put(`figure_closed ${day}`)
      const rows = (counted.get(day)?.rows() ?? []).filter(
        (row) => !isLateByKey(row) || (lateFrom !== undefined && day >= lateFrom),
      )
      const own = signRows(day, first, rows, received, signs)
      const all = [...rows, ...own]
      for (const { dim, about, measure, unit, key, n } of all) {
        if (dim !== 'category' || about !== 'none') continue
        if (measure === 'received') received.push({ period: day, unit, key, n })
        if (measure === 'sign') signs.push({ period: day, unit, key, n })
      }
      await compare(day, all, ({ measure }) => isRebuilt(measure))
      for (const period of endingWith(day)) {
        const parts: FigureRow[] = []
        for (const part of rolledFrom(period)) parts.push(...(await stored(part)))
        await compare(
          period.id,
          parts.map((row) => (row.measure === 'late' ? { ...row, value: 0 } : row)),
        )
      }
    }
    return faults
  }
}
