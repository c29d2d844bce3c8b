import { spokenInstant } from '#domain/basics/time.ts'
import { type CaseEvent, staffIdOf } from '#domain/history/events.ts'
import { staffWords } from '#domain/moves/sentences.ts'
import { unit } from '#domain/places/areas.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { linksShownTo } from '../case/linked-cases.ts'
import type { DeskCase } from '../case/open-case.ts'
import type { DeskCasePorts } from '../ports.ts'

/** Who made the event and when, such as 11 月 24 日（周二）10:00，青石镇人民调解委员会 李四. */
const whoAndWhen = ({ actor, acting, at }: CaseEvent, names: ReadonlyMap<string, string>): string => {
  const id = staffIdOf(actor)
  const who = id ? `${acting ? unit(acting).name : ''} ${names.get(id) ?? '工作人员'}`.trim() : ''
  return [spokenInstant(at), who].filter(Boolean).join('，')
}

/**
 * Sentences about the events after the one a member of staff has seen. Showing them is a read of the case, logged
 * first.
 * @param seen sequence number of the last event they have seen
 */
export const readChanges = async (
  ports: DeskCasePorts,
  member: StaffMember,
  { events, record }: DeskCase,
  seen: number,
): Promise<string[]> => {
  const unseen = events.filter(({ seq }) => seq > seen)
  const shown = await linksShownTo(ports, member, unseen)
  if (shown.length === 0) return []
  const given = shown.flatMap(({ kind, data }) => (kind === 'accepted' ? [] : (data.staff ?? [])))
  const names = await ports.directory.names([
    ...shown.flatMap(({ actor }) => staffIdOf(actor) ?? []),
    ...given,
  ])
  const changes = shown.map((event) => `${whoAndWhen(event, names)}：${staffWords(event, names)}`)
  const { id: caseId, number } = record
  const read = { staff: member.id, acting: member.unit, caseId, kind: 'stale', at: ports.clock() } as const
  await ports.store.logRead(read, 1)
  await ports.looks.stale(member, number)
  return changes
}
