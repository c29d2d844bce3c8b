import type { StoredCase } from '#store/ports/case.ts'
import type { DeskStore } from '#store/ports/desk.ts'
import type { MaintenanceStore } from '#store/ports/maintenance.ts'
import type { SchedulerStore } from '#store/ports/scheduler.ts'
import type { Base } from './base.ts'
import {
  type EventRow,
  eventSql,
  type HeadRow,
  headSql,
  type KeyRow,
  keySql,
  ofNumber,
  readable,
  toCase,
} from './case-rows.ts'

/** Loads complete cases for the desk and its scheduler, in one round trip. */

const due = 'cases WHERE next_change_at <= ?1 ORDER BY next_change_at LIMIT ?2'

type Opening = Pick<DeskStore, 'openCase'> &
  Pick<MaintenanceStore, 'openById'> &
  Pick<SchedulerStore, 'dueCases'>

export const opening = ({ d1, keys }: Base): Opening => {
  const byNumber = [`${headSql} WHERE number = ?1`, eventSql(`= ${ofNumber}`, 'sealed'), keySql(ofNumber)]
  const byId = [`${headSql} WHERE id = ?1`, eventSql('= ?1', 'sealed'), keySql('?1')]
  const many = [
    `SELECT id, number, subject, filed_at FROM ${due}`,
    eventSql(`IN (SELECT id FROM ${due})`, 'NULL'),
  ]
  const [number, id, page] = [byNumber, byId, many].map((texts) => texts.map((sql) => d1.prepare(sql)))
  const ask = async (statements: typeof number, ...values: (string | number)[]) =>
    (await d1.batch((statements ?? []).map((statement) => statement.bind(...values)))).map(
      ({ results }) => results,
    )

  const open =
    (statements: typeof number) =>
    async (wanted: string): Promise<StoredCase | null> => {
      const [heads, rows, keyRows] = (await ask(statements, wanted)) as [HeadRow[], EventRow[], KeyRow[]]
      return heads[0] ? toCase(keys, heads[0], rows, keyRows) : null
    }

  return {
    openCase: open(number),
    openById: open(id),

    async dueCases(now, limit) {
      const [heads, rows] = (await ask(page, now, limit)) as [HeadRow[], EventRow[]]
      const histories = Map.groupBy(rows, (row) => row.case_id)
      return heads.map((head) => ({
        id: head.id,
        stored: readable(() => toCase(keys, head, histories.get(head.id) ?? [], [])),
      }))
    },
  }
}
