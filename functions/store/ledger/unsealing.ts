import { exportedKinds } from '#domain/ledger/sealed-columns.ts'
import type { Base } from '#store/base.ts'
import {
  type EventRow,
  eventSql,
  type HeadRow,
  headSql,
  type KeyRow,
  readable,
  toCase,
} from '#store/case-rows.ts'
import { logId } from '#store/log-id.ts'
import type { UnsealingStore } from '#store/ports/ledger.ts'
import { quoted } from '#store/quoted.ts'

/** Cases of a ledger with the words of their filing, and the read of each in the log. */

const ids = 'IN (SELECT value FROM json_each(?1))'
const sealed = `CASE WHEN kind IN (${quoted(exportedKinds)}) THEN sealed END`
const statements = [
  `${headSql} WHERE id ${ids}`,
  eventSql(ids, sealed),
  `SELECT case_id, scope, wrapped FROM case_key WHERE case_id ${ids}`,
]
/** One statement for all cases: their ids and the keys of their rows are one value each. */
const logSql = `INSERT INTO read_log (case_id, id, at, staff, acting, kind)
  SELECT value ->> 0, value ->> 1, ?2, ?3, ?4, 'export' FROM json_each(?1)`

export const unsealing = ({ d1, keys, random }: Base): UnsealingStore => {
  const prepared = statements.map((sql) => d1.prepare(sql))
  const log = d1.prepare(logSql)
  return {
    async logExport(caseIds, { staff, acting, at }) {
      const rows = caseIds.map((caseId) => [caseId, logId(at, random)])
      await log.bind(JSON.stringify(rows), at, staff, acting).run()
    },

    async unsealedCases(caseIds) {
      const json = JSON.stringify(caseIds)
      const answers = await d1.batch(prepared.map((statement) => statement.bind(json)))
      const [heads, events, keyRows] = answers.map(({ results }) => results) as [
        HeadRow[],
        EventRow[],
        (KeyRow & { case_id: string })[],
      ]
      const histories = Map.groupBy(events, (row) => row.case_id)
      const keysOf = Map.groupBy(keyRows, (row) => row.case_id)
      const found = new Map(
        heads.map((head) => [
          head.id,
          readable(() => toCase(keys, head, histories.get(head.id) ?? [], keysOf.get(head.id) ?? [])),
        ]),
      )
      return caseIds.flatMap((caseId) => found.get(caseId) ?? [])
    },
  }
}
