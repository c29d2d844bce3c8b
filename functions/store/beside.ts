import type { Fingerprint } from '#domain/following/same-person.ts'
import { complainant } from '#domain/history/events.ts'
import type { FollowingStore } from '#store/ports/following.ts'
import type { Base } from './base.ts'
import { type EventRow, eventSql, type HeadRow, headSql, ofNumber, readable, toCase } from './case-rows.ts'

/** The case that a followed case was merged into: one round trip, and no sealed part of it. */

const printSql = 'SELECT field, hash FROM blind_index WHERE'

export const besides = ({ d1, keys }: Base): Pick<FollowingStore, 'beside'> => {
  const head = d1.prepare(`${headSql} WHERE number = ?1`)
  const events = d1.prepare(eventSql(`= ${ofNumber}`, 'NULL'))
  const theirs = d1.prepare(`${printSql} case_id = ${ofNumber} AND scope = '${complainant}'`)
  const own = d1.prepare(`${printSql} case_id = ?1 AND scope = ?2`)
  return {
    async beside({ record, holder }, number) {
      const answers = await d1.batch([
        ...[head, events, theirs].map((statement) => statement.bind(number)),
        own.bind(record.id, holder.scope),
      ])
      const [heads, rows, theirPrints, ownPrints] = answers.map(({ results }) => results) as [
        HeadRow[],
        EventRow[],
        Fingerprint[],
        Fingerprint[],
      ]
      const [only] = heads
      const found = only && readable(() => toCase(keys, only, rows, []))
      return found
        ? { record: found.record, events: found.events, theirs: theirPrints, own: ownPrints }
        : null
    },
  }
}
