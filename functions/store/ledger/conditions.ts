import type { LedgerFilter } from '#domain/ledger/filter.ts'
import { ledgerEnds } from '#domain/ledger/results.ts'
import { areasWithin } from '#domain/places/areas.ts'
import type { LedgerQuery } from '#store/ports/ledger.ts'
import { quoted } from '#store/quoted.ts'

/** The filter of a ledger as SQL over a case `c` and its list row `k`. Each condition reads rows of one case only. */

/** SQL with its `?`, and their values in order. */
export type Part = readonly [sql: string, ...values: (string | number)[]]

/** The last event of these kinds is the result of a case that has ended. */
const endSql = `e.seq = (SELECT max(r.seq) FROM case_event r WHERE r.case_id = k.case_id AND r.kind IN (${quoted(ledgerEnds)}))`

/** Results that are more than a kind of event. */
const endsBy: Record<string, string> = {
  written: "e.kind = 'settled' AND e.data ->> 'form' = 'written'",
  oral: "e.kind = 'settled' AND e.data ->> 'form' = 'oral'",
  spot: "e.data ->> 'spot' IS NOT NULL",
}

const endedBy = (result: string): Part => {
  const [condition, ...values] = endsBy[result] ? [endsBy[result]] : ['e.kind = ?', result]
  return [
    `k.open = 0 AND EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = k.case_id AND ${endSql} AND ${condition})`,
    ...values,
  ]
}

const cameBy = (channel: string): Part => [
  "EXISTS (SELECT 1 FROM case_event f WHERE f.case_id = k.case_id AND f.seq = 1 AND coalesce(f.data ->> 'channel', 'online') = ?)",
  channel,
]

/** Of a paper, the mark of danger can only have raised the colour: the row decides what is left. */
const coloured = (rank: string, view: LedgerQuery['view']): Part => [
  `k.open = 1 AND k.colour ${view === 'paper' ? '>=' : '='} ?`,
  Number(rank),
]

/** The conditions of the fields that are chosen; days are bounds of the index, see `keys.ts`. */
export const conditions = ({ filter, view, now, reader }: LedgerQuery): Part[] => {
  const { category, track, status, level, unit, region, colour, overdue, channel, result } = filter
  const same = (column: keyof LedgerFilter, value: string | undefined): Part[] =>
    value === undefined ? [] : [[`c.${column} = ?`, value]]
  return [
    [
      'NOT EXISTS (SELECT 1 FROM case_listing o WHERE o.case_id = k.case_id AND o.scope = ?)',
      `recused:${reader}`,
    ],
    ...same('category', category),
    ...same('track', track),
    ...same('status', status),
    ...same('level', level),
    ...same('unit', unit),
    ...(region
      ? [['c.region IN (SELECT value FROM json_each(?))', JSON.stringify(areasWithin(region))] satisfies Part]
      : []),
    ...(colour ? [coloured(colour, view)] : []),
    ...(overdue ? [['k.open = 1 AND k.due_at <= ?', now] satisfies Part] : []),
    ...(channel ? [cameBy(channel)] : []),
    ...(result ? [endedBy(result)] : []),
  ]
}
