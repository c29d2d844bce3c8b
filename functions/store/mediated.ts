import type { AgreementForm } from '#domain/words/agreement-forms.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Channel } from '#domain/words/channels.ts'
import type { MediatedStore } from '#store/ports/mediated.ts'
import { agreementMoney } from './agreement-money.ts'
import type { Base } from './base.ts'
import { unprovenSql } from './unproven.ts'

/** Agreements of committees, through the index of sheets: the rows of a month, whatever the histories of other months. */

const list = (place: number) => `(SELECT value FROM json_each(?${place}))`
const ofCase = 'o.case_id = e.case_id'
const later = (kind: string) =>
  `FROM case_event o WHERE ${ofCase} AND o.kind = '${kind}' AND o.seq > e.seq AND o.at < ?4`
/** The text that was agreed: the last one before the agreement was made. */
const textSeq = `(SELECT max(o.seq) FROM case_event o WHERE ${ofCase} AND o.kind = 'agreement' AND o.seq < e.seq AND e.data ->> 'version' IS NOT NULL)`
const counted = `(SELECT o.data ->> 'people' FROM case_event o WHERE ${ofCase} AND o.at < ?4 AND o.data ->> 'people' IS NOT NULL ORDER BY o.seq DESC LIMIT 1)`
const registered = `(SELECT count(*) FROM case_event o WHERE ${ofCase} AND o.kind = 'party' AND o.at < ?4)`
const items = `(SELECT json_array_length(t.data, '$.agreement.items') FROM case_event t WHERE t.case_id = e.case_id AND t.seq = ${textSeq})`
const performed = `(EXISTS (SELECT 1 ${later('revisited')} AND o.data ->> 'kept' = 'kept') OR (SELECT count(DISTINCT o.data ->> 'item') ${later('item-received')}) >= nullif(${items}, 0))`

const own = (scope: string) =>
  `EXISTS (SELECT 1 FROM case_listing l WHERE l.case_id = e.case_id AND l.scope ${scope})`
const listed = `(${own(`IN ${list(7)}`)} AND NOT ${own("= 'recused:' || ?8")})`

const mediatedSql = `SELECT e.case_id AS case_id, c.number AS number, c.category AS category, e.unit AS unit, e.actor AS actor, e.at AS at, coalesce(e.data ->> 'form', iif(e.data ->> 'signedBoth' IS NOT NULL, 'written', NULL)) AS form, f.data ->> 'channel' AS channel, EXISTS (SELECT 1 FROM case_event o WHERE ${ofCase} AND o.seq < e.seq AND o.unit = e.unit AND o.data ->> 'from' IN ${list(5)}) AS passed, coalesce(${counted}, ${registered}) AS persons, ${textSeq} AS text_seq, coalesce(${performed}, 0) AS performed, EXISTS (SELECT 1 ${later('court-confirmed')}) AS confirmed, ${listed} AS listed FROM case_event e JOIN cases c ON c.id = e.case_id AND c.imported = 0 AND c.about IN ${list(2)} JOIN case_event f ON f.case_id = e.case_id AND f.seq = 1 WHERE e.unit IN ${list(1)} AND e.kind = 'settled' AND e.at >= ?3 AND e.at < ?4 AND NOT ${unprovenSql('e.case_id', 'e.seq', '?4')} AND NOT EXISTS (SELECT 1 ${later('reopened')}) ORDER BY e.at, e.case_id LIMIT ?6`

const printsSql = `SELECT case_id, scope, group_concat(hash, ' ') AS prints FROM blind_index WHERE case_id IN ${list(1)} GROUP BY case_id, scope`

interface Row {
  case_id: string
  number: string
  category: Category
  unit: string
  actor: string
  at: number
  form: AgreementForm | null
  channel: Channel
  passed: number
  persons: number
  text_seq: number | null
  performed: number
  confirmed: number
  listed: number
}

export const mediated = ({ d1, keys }: Base): MediatedStore => ({
  async mediated({ units, abouts, from, before, offices, scopes, reader, limit, withMoney }) {
    const lists = [JSON.stringify(units), JSON.stringify(abouts)] as const
    const { results } = await d1
      .prepare(mediatedSql)
      .bind(...lists, from, before, JSON.stringify(offices), limit, JSON.stringify(scopes), reader)
      .all<Row>()
    const money = await agreementMoney(
      { d1, keys },
      withMoney ? results.flatMap(({ case_id: id, text_seq: seq }) => (seq === null ? [] : id)) : [],
    )
    return results.map((row) => ({
      ...{ caseId: row.case_id, number: row.number, category: row.category, unit: row.unit, at: row.at },
      staff: row.actor.startsWith('staff:') ? row.actor.slice('staff:'.length) : '',
      form: row.form,
      source: row.passed === 1 ? 'passed' : row.channel === 'round' ? 'found' : 'asked',
      persons: Number(row.persons),
      fen: money.get(row.case_id)?.get(row.text_seq ?? 0) ?? 0,
      performed: row.performed === 1,
      confirmed: row.confirmed === 1,
      listed: row.listed === 1,
    }))
  },

  async printsOf(caseIds) {
    const { results } = await d1
      .prepare(printsSql)
      .bind(JSON.stringify(caseIds))
      .all<{ case_id: string; scope: string; prints: string }>()
    const byCase = Map.groupBy(results, ({ case_id: id }) => id)
    return new Map([...byCase].map(([id, rows]) => [id, rows.map(({ prints }) => prints.split(' '))]))
  },
})
