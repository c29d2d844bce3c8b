import { marks } from '#domain/desk/marks.ts'
import { waitIds } from '#domain/words/waits.ts'
import type { CountsStore } from '#store/ports/counts.ts'
import type { Base } from './base.ts'
import { quoted } from './quoted.ts'

/** Reads what triggers count of the lists (migrations/0013, its view since 0015). */

const columns =
  'SELECT scope, place, measure, value, count FROM listing_count WHERE scope IN (SELECT value FROM json_each(?1)) AND under = ?2'
const byValue = quoted(['colour', ...Object.keys(marks), ...waitIds])
const mine = "(SELECT case_id FROM case_listing WHERE scope = 'recused:' || ?5)"
const sql = [
  `${columns} AND measure IN (${byValue})`,
  `${columns} AND measure = 'due' AND value <= ?3`,
  `${columns} AND measure = 'filed' AND value >= ?4`,
  `SELECT scope, place, measure, value, -1 FROM listing_measure WHERE scope IN (SELECT value FROM json_each(?1)) AND under = ?2 AND case_id IN ${mine}`,
].join(' UNION ALL ')

export const counting = ({ d1 }: Base): CountsStore => ({
  async countedCases({ scopes, under, dueUntil, filedFrom, reader }) {
    const values = [JSON.stringify(scopes), under, dueUntil, filedFrom, reader]
    const { results } = await d1
      .prepare(sql)
      .bind(...values)
      .all<Awaited<ReturnType<CountsStore['countedCases']>>[number]>()
    return results
  },
})
