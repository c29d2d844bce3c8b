import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { day as oneDay } from '#domain/basics/bounds.ts'
import { refiledDays } from '#domain/figures/figure-bounds.ts'
import type { Tally } from '#domain/figures/tally.ts'
import type { CaseState } from '#domain/history/case-state.ts'
import { complainant, partyOf } from '#domain/history/events.ts'
import { unitIds } from '#domain/places/areas.ts'

/**
 * What the histories do not say: whose code was used for the first time, and who filed again after a refusal. Both are gone
 * once a person is erased, so they stay as they were seen when the day was closed. Cases from an old ledger are in neither.
 */

const followedSql = () =>
  `SELECT (SELECT e.unit FROM case_event e WHERE e.case_id = c.id AND e.at < ?2 ORDER BY e.seq DESC LIMIT 1) AS unit, c.about AS about, c.category AS category, c.track AS track, count(*) AS n FROM case_code k JOIN cases c ON c.id = k.case_id AND c.imported = 0 WHERE k.first_used_at >= ?1 AND k.first_used_at < ?2 AND k.party = ${partyOf(complainant)} GROUP BY 1, 2, 3, 4`
// Whoever reads the figure may know of both cases: they were at one desk, and are about nobody or about the same people.
const declined = () =>
  `SELECT 1 FROM blind_index b JOIN blind_index o ON o.field = b.field AND o.hash = b.hash AND o.case_id <> b.case_id AND o.scope = b.scope JOIN cases p ON p.id = o.case_id AND p.imported = 0 AND p.about IN ('none', c.about) JOIN case_event d ON d.case_id = o.case_id AND d.kind = 'declined' AND d.unit = f.unit AND d.at < f.at AND d.at >= f.at - ${refiledDays * oneDay} WHERE b.case_id = f.case_id AND b.scope = '${complainant}' AND b.field = 'phone'`
const refiledSql = () =>
  `SELECT f.unit AS unit, c.about AS about, c.category AS category, c.track AS track, count(*) AS n FROM case_event f JOIN cases c ON c.id = f.case_id AND c.imported = 0 WHERE f.unit IN (SELECT value FROM json_each(?3)) AND f.kind = 'filed' AND f.at >= ?1 AND f.at < ?2 AND EXISTS (${declined()}) GROUP BY 1, 2, 3, 4`

type SeenRow = Pick<CaseState, 'about' | 'category' | 'track'> & { unit: string; n: number }

/** Adds both for the day between two instants. One round trip. */
export const addSeenOnce = async (
  d1: D1Database,
  rows: Pick<Tally, 'add'>,
  from: number,
  before: number,
): Promise<void> => {
  const units = JSON.stringify(unitIds())
  const statements: D1PreparedStatement[] = [
    d1.prepare(followedSql()).bind(from, before),
    d1.prepare(refiledSql()).bind(from, before, units),
  ]
  const [followed, refiled] = await d1.batch<SeenRow>(statements)
  for (const { unit, n, ...state } of followed?.results ?? [])
    rows.add(state, [{ unit, measure: 'followed', value: 0, n }])
  for (const { unit, n, ...state } of refiled?.results ?? [])
    rows.add(state, [{ unit, measure: 'refiled', value: 0, n }])
}
