import { complainant } from '#domain/history/events.ts'
import { rolesThat } from '#domain/staff/staff.ts'
import { quoted } from '#store/quoted.ts'

/** SQL for the unit that has a task: the first of its units that finds the case and has somebody for it. `t` is the task. */

/** A field of a unit of the task, which is a row of `json_each`. */
export const at = (unit: string, column: 'unit' | 'area') => `(${unit}.value ->> '${column}')`
/** A unit of the task finds the case in its lists: the scopes of `scopesOfUnit`. */
export const finds = (unit: string) =>
  `EXISTS (SELECT 1 FROM case_listing l WHERE l.case_id = t.case_id AND l.scope IN ('unit:' || ${at(unit, 'unit')}, 'at:' || ${at(unit, 'area')}, 'below:' || ${at(unit, 'area')}))`
/**
 * A member of staff has no part in what the task is about: they are not taken off the case, neither handle it nor answer
 * for it now, and until it ended did nothing in it and were not named for it, nor acted at the desk later.
 */
export const unconcerned = (staff: string) =>
  `NOT EXISTS (SELECT 1 FROM case_listing l WHERE l.case_id = t.case_id AND l.scope IN ('recused:' || ${staff}, 'staff:' || ${staff}, 'lead:' || ${staff})) AND NOT EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = t.case_id AND (e.actor = 'staff:' || ${staff} AND (e.seq <= t.ended_seq OR e.acting = t.desk) OR e.data ->> 'staff' = ${staff} AND e.seq <= t.ended_seq))`
/** Somebody at a unit of the task can see to it. */
const staffed = (unit: string) =>
  `EXISTS (SELECT 1 FROM staff_user s WHERE s.unit = ${at(unit, 'unit')} AND s.deactivated_at IS NULL AND s.role IN (${quoted(rolesThat('handles'))}) AND ${unconcerned('s.id')})`
/** A unit of the task before this place has it. */
export const isBelow = (place: string) =>
  `EXISTS (SELECT 1 FROM json_each(t.units) b WHERE b.key < ${place} AND ${finds('b')} AND ${staffed('b')})`
/** Nobody is called whose key is gone: they were erased, which stays so. */
export const callable = `(t.kind <> 'call' OR EXISTS (SELECT 1 FROM case_key k WHERE k.case_id = t.case_id AND k.scope = '${complainant}'))`
/** The task is that of a row of `rating_task_unit`. */
export const sameTask = (row: string) =>
  `t.case_id = ${row}.case_id AND t.ended_seq = ${row}.ended_seq AND t.period = ${row}.period AND t.kind = ${row}.kind`
