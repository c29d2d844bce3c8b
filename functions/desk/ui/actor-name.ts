import { type Actor, type CaseEvent, complainant, isPerson, staffIdOf } from '#domain/history/events.ts'
import { unit } from '#domain/places/areas.ts'

/**
 * Who acted, as staff read it.
 * @param names names of members of staff by id; who is not in it stays unnamed
 */
export const actorName = (actor: Actor, names: ReadonlyMap<string, string>): string => {
  if (actor === 'system') return '系统'
  if (actor === 'console') return '维护人员'
  if (isPerson(actor)) return actor === complainant ? '申请人' : '别的当事人'
  return names.get(staffIdOf(actor) ?? '') ?? '工作人员'
}

/** The unit that acted: of staff the one they worked for, which need not be the desk; of everybody else the desk. */
export const actingUnitName = ({ acting, unit: desk }: Pick<CaseEvent, 'acting' | 'unit'>): string =>
  unit(acting || desk).name
