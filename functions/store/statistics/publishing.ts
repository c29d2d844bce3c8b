import type { Counted } from '#domain/statistics/figures.ts'
import type { About } from '#domain/words/about.ts'
import { endKinds } from '#domain/words/ends.ts'
import type { EventKind } from '#domain/words/events.ts'
import { petitionTracks } from '#domain/words/tracks.ts'
import type { Base } from '#store/base.ts'
import type { PublishingStore, StatisticsStore } from '#store/ports/statistics.ts'
import { quoted } from '#store/quoted.ts'
import { unprovenSql } from '#store/unproven.ts'
import { statisticsQuarter } from './schema.ts'

/** Public figures are counted once a quarter, through the index of desk, kind and time. */

const units = '(SELECT value FROM json_each(?1))'
/**
 * What is about somebody who would handle it is hidden from their desk, whose own figures leave it out: in the public ones a
 * desk could see the difference.
 */
const everybodys = `JOIN cases c ON c.id = e.case_id AND c.imported = 0 AND c.about = '${'none' satisfies About}'`
const within = (kinds: readonly EventKind[]) =>
  `e.unit IN ${units} AND e.kind IN (${quoted(kinds)}) AND e.at >= ?2 AND e.at < ?3`
const kind = `iif(c.track IN (${quoted(petitionTracks)}), 'petitions', 'disputes')`
const received = `SELECT 'received' AS measure, e.case_id AS id, e.unit AS unit, c.category AS category, ${kind} AS kind FROM case_event e ${everybodys} WHERE ${within(['filed'])}`
/** The last end of each case in the quarter: SQLite takes the other columns from the row with the highest number. */
const last = `SELECT e.case_id AS id, max(e.seq) AS seq, e.kind AS event, e.unit AS unit, c.category AS category, ${kind} AS kind FROM case_event e ${everybodys} WHERE ${within(endKinds)} GROUP BY e.case_id`
const settled = `event = '${'settled' satisfies EventKind}' AND NOT ${unprovenSql('x.id', 'x.seq', '?3')}`
const counted = (measure: string, from: string, where = 'true') =>
  `SELECT '${measure}' AS measure, kind, unit, category, count(DISTINCT id) AS count FROM (${from}) x WHERE ${where} GROUP BY kind, unit, category`
const countSql = [
  counted('received', received),
  counted('ended', last),
  counted('settled', last, settled),
].join(' UNION ALL ')

/** Counts a quarter and publishes it. */
export const publishing = ({ d1, db }: Base): Omit<PublishingStore, keyof StatisticsStore> => ({
  async countQuarter({ units: ids, from, before }) {
    const { results } = await d1.prepare(countSql).bind(JSON.stringify(ids), from, before).all<Counted>()
    return results
  },

  async publishQuarter(published) {
    await db.insert(statisticsQuarter).values(published)
  },
})
