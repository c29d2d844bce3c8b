import { complainant } from '#domain/history/events.ts'
import type { FollowingStore } from '#store/ports/following.ts'
import type { Base } from './base.ts'
import { type EventRow, eventSql, type KeyRow, keySql, toCase } from './case-rows.ts'

/** What the holder of a code filed, which following leaves in the database: one round trip. */
export const ownFilings = ({ d1, keys }: Base): Pick<FollowingStore, 'filed'> => {
  const filing = "kind = 'filed' AND ?2 = 'party:1'"
  const person = "kind IN ('party', 'party-corrected') AND scope = ?2"
  const events = d1.prepare(eventSql('= ?1', `CASE WHEN (${filing}) OR (${person}) THEN sealed END`))
  const caseKeys = d1.prepare(`${keySql('?1')} AND (scope = ?2 OR (scope = 'record' AND ?2 = 'party:1'))`)
  return {
    async filed({ record, holder }) {
      const own = holder.scope
      const answers = await d1.batch([events, caseKeys].map((statement) => statement.bind(record.id, own)))
      const [rows, keyRows] = answers.map(({ results }) => results) as [EventRow[], KeyRow[]]
      const head = { ...record, filed_at: record.filedAt }
      return toCase(keys, head, rows, keyRows).words(own === complainant ? ['record', own] : [own])
    },
  }
}
