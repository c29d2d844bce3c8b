import type { D1PreparedStatement } from '@cloudflare/workers-types'
import type { Category } from '#domain/words/categories.ts'
import type { EventKind } from '#domain/words/events.ts'
import { contactKinds, handOvers, reportedHere } from '#domain/words/sheet-kinds.ts'
import { type SheetEvent, type SheetQuery, type SheetStore, unproven } from '#store/ports/sheets.ts'
import type { Base } from './base.ts'
import { quoted } from './quoted.ts'
import { unprovenSql } from './unproven.ts'

/**
 * Sheets count events through two indexes of `case_event`: by desk, kind and time, and by the unit that acted and time.
 * What is about people whom the reader must not know of is left out.
 */

// Cases from an old ledger are on no sheet: nobody here saw them begin, nor end.
const ofReach = 'c.id = e.case_id AND c.imported = 0 AND c.about IN (SELECT value FROM json_each(?2))'
const inSpan = 'e.at >= ?3 AND e.at < ?4'
const units = '(SELECT value FROM json_each(?1))'
/** Some hand-overs are reported only where they brought the case to another desk: danger, and a person taken off it. */
const moved = `(e.kind NOT IN (${quoted(handOvers)}) OR json_extract(e.data, '$.from') IS NOT NULL)`

const found = [
  `SELECT e.case_id, e.kind, e.at, e.seq, e.actor, e.acting, 'here' AS side FROM case_event e JOIN cases c ON ${ofReach} WHERE e.unit IN ${units} AND e.kind IN (${quoted([...reportedHere, ...handOvers])}) AND ${inSpan} AND ${moved}`,
  // `acting <> ''` names the partial index.
  `SELECT e.case_id, e.kind, e.at, e.seq, e.actor, e.acting, 'away' FROM case_event e JOIN cases c ON ${ofReach} WHERE e.acting IN ${units} AND e.acting <> '' AND ${inSpan} AND e.kind IN (${quoted(handOvers)}) AND ${moved}`,
].join(' UNION ALL ')

// A record on the spot that is not proven at the end of the span is counted apart: it is no settled case.
const countedAs = `iif(side = 'here' AND kind = 'settled' AND ${unprovenSql('f.case_id', 'f.seq', '?4')}, '${unproven}', kind)`
const countSql = `SELECT side, ${countedAs} AS kind, count(DISTINCT case_id) AS cases FROM (${found}) f GROUP BY 1, 2`
const asideSql =
  "EXISTS (SELECT 1 FROM case_listing o WHERE o.case_id = l.case_id AND o.scope = 'recused:' || ?6)"
const eventsSql =
  "json_group_array(json_object('seq', seq, 'side', side, 'kind', kind, 'actor', actor, 'acting', acting))"
const linesSql = `SELECT c.number AS number, c.category AS category, json_extract(f.data, '$.region') AS region, l.events AS events, ${asideSql} AS aside FROM (SELECT case_id, max(at) AS latest, ${eventsSql} AS events FROM (${found}) GROUP BY case_id ORDER BY latest DESC, case_id LIMIT ?5) l JOIN cases c ON c.id = l.case_id JOIN case_event f ON f.case_id = l.case_id AND f.seq = 1 ORDER BY l.latest DESC, l.case_id`

const namesSql =
  'SELECT staff, name FROM closed_name WHERE day >= ?2 AND day <= ?3 AND staff IN (SELECT value FROM json_each(?1)) ORDER BY day'
/** Steps that are looked through for a contact: some weeks of a busy unit. */
const latestSteps = 500
// `acting <> ''` names the partial index; a case that staff registered was told to them.
const contactSql = `SELECT max(e.at) AS at FROM (SELECT case_id, kind, at, data FROM case_event WHERE acting = ?1 AND acting <> '' AND at < ?2 ORDER BY at DESC LIMIT ${latestSteps}) e JOIN cases c ON c.id = e.case_id AND c.imported = 0 AND c.about IN (SELECT value FROM json_each(?3)) WHERE e.kind = 'filed' OR e.kind IN (${quoted(contactKinds)}) AND coalesce(e.data ->> 'reached', 'yes') = 'yes' AND coalesce(e.data ->> 'kept', '') <> 'unreached'`

interface CountRow {
  side: 'here' | 'away'
  kind: EventKind | typeof unproven
  cases: number
}

interface LineRow {
  number: string
  category: Category
  region: string
  events: string
  aside: number
}

export const sheets = ({ d1 }: Base): Omit<SheetStore, 'openMeasures'> => {
  const [count, lines, contact] = [countSql, linesSql, contactSql].map((sql) => d1.prepare(sql)) as [
    D1PreparedStatement,
    D1PreparedStatement,
    D1PreparedStatement,
  ]
  const values = ({ units: ids, abouts, from, before }: SheetQuery) =>
    [JSON.stringify(ids), JSON.stringify(abouts), from, before] as const
  return {
    async countEvents(query) {
      const { results } = await count.bind(...values(query)).all<CountRow>()
      const of = (side: CountRow['side']) => results.filter((row) => row.side === side)
      return {
        here: Object.fromEntries(of('here').map(({ kind, cases }) => [kind, cases])),
        away: of('away').reduce((sum, { cases }) => sum + cases, 0),
      }
    },

    async namesThen(ids, from, to) {
      const { results } = await d1
        .prepare(namesSql)
        .bind(JSON.stringify(ids), from, to)
        .all<{ staff: string; name: string }>()
      return new Map(results.map(({ staff, name }) => [staff, name]))
    },

    async lastContact({ unit, abouts, before }) {
      const { results } = await contact
        .bind(unit, before, JSON.stringify(abouts))
        .all<{ at: number | null }>()
      return results[0]?.at ?? null
    },

    async sheetLines(query, limit, reader) {
      const { results } = await lines.bind(...values(query), limit, reader).all<LineRow>()
      return results.map(({ events, aside, ...line }) => ({
        ...line,
        events: (JSON.parse(events) as (SheetEvent & { seq: number })[]).toSorted(
          (one, other) => one.seq - other.seq,
        ),
        aside: aside === 1,
      }))
    },
  }
}
