import { type Actor, complainant, isPerson, staffIdOf } from '#domain/history/events.ts'

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
