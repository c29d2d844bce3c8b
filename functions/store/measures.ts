import type { OpenMeasure, SheetStore } from '#store/ports/sheets.ts'
import type { Base } from './base.ts'

/** Open measures of reviews, by the index of sheets; nothing that anybody wrote is read. */

/** Reviews that are looked through: the latest at these desks. A unit writes a few in a month. */
const latest = 1000

const reviewsSql = `SELECT case_id, seq, iif(acting = '', unit, acting) AS unit, data FROM case_event WHERE unit IN (SELECT value FROM json_each(?1)) AND kind = 'reviewed' ORDER BY at DESC LIMIT ${latest}`

const openSql = `SELECT c.number AS number, c.category AS category, e.unit AS unit, e.data ->> 'cause' AS cause, e.data ->> 'measureBy' AS by FROM (${reviewsSql}) e JOIN cases c ON c.id = e.case_id AND c.about IN (SELECT value FROM json_each(?2)) WHERE NOT EXISTS (SELECT 1 FROM case_event d WHERE d.case_id = e.case_id AND d.kind = 'measure-done' AND d.data ->> 'ofReview' = e.seq) AND EXISTS (SELECT 1 FROM case_listing l WHERE l.case_id = e.case_id AND l.scope IN (SELECT value FROM json_each(?3))) AND NOT EXISTS (SELECT 1 FROM case_listing o WHERE o.case_id = e.case_id AND o.scope = 'recused:' || ?4) ORDER BY by, number LIMIT ?5`

export const measures = ({ d1 }: Base): Pick<SheetStore, 'openMeasures'> => {
  const open = d1.prepare(openSql)
  return {
    async openMeasures({ units, abouts, scopes, reader, limit }) {
      const lists = [units, abouts, scopes].map((list) => JSON.stringify(list))
      const { results } = await open.bind(...lists, reader, limit).all<OpenMeasure>()
      return results
    },
  }
}
