import { topPart } from '#store/anchors/schema.ts'
import { type MarkRow, marksSql } from './marks.ts'

/**
 * What a database tells of the secrets it was written with: their marks; where there are none yet, keys of its newest and
 * oldest cases, which the master key wraps, and a part of the newest day's tree, which the pepper makes.
 */

/** A wrapped key of a case, in hexadecimal. */
interface WrappedRow {
  case_id: string
  scope: string
  wrapped: string
}

/** A part of a tree (anchors/schema.ts), its leaves in hexadecimal. */
interface PartRow {
  day: string
  part: number
  root: string
  leaves: string
}

export interface KeyTraces {
  marks: readonly MarkRow[]
  wrapped: readonly WrappedRow[]
  parts: readonly PartRow[]
}

/** Of a database without cases, or one whose marks say enough. */
export const noTraces: Omit<KeyTraces, 'marks'> = { wrapped: [], parts: [] }

/** Cases that are looked at from each end of the list. */
const cases = 10

const ids = (order: string) =>
  `SELECT id FROM (SELECT id FROM cases ORDER BY filed_at ${order} LIMIT ${cases})`

/** The table that each kind of trace needs, which an earlier version may lack, and its statement. */
export const traceSql = {
  marks: { table: 'key_mark', sql: marksSql },
  wrapped: {
    table: 'case_key',
    sql: `SELECT case_id, scope, hex(wrapped) AS wrapped FROM case_key WHERE case_id IN (${ids('DESC')} UNION ${ids('ASC')})`,
  },
  parts: {
    table: 'anchor_part',
    sql: `SELECT day, part, root, hex(leaves) AS leaves FROM anchor_part
      WHERE day = (SELECT max(day) FROM anchor_day) AND part <> ${topPart} ORDER BY length(leaves) LIMIT 1`,
  },
} as const satisfies Record<keyof KeyTraces, { table: string; sql: string }>

/** Stores a mark; one that is there stays. */
export const noteSql =
  'INSERT INTO key_mark (secret, id, mark) VALUES (?1, ?2, ?3) ON CONFLICT (secret, id) DO NOTHING'
