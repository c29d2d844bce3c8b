import { staffWords } from '#domain/moves/sentences.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { linksShownTo } from '../case/linked-cases.ts'
import type { DeskCase } from '../case/open-case.ts'
import type { DeskCasePorts } from '../ports.ts'

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
  const given = unseen.flatMap(({ kind, data }) => (kind === 'accepted' ? [] : (data.staff ?? [])))
  const names = given.length > 0 ? await ports.directory.names(given) : undefined
  const changes = (await linksShownTo(ports, member, unseen)).map((event) => staffWords(event, names))
  if (changes.length === 0) return changes
  const { id: caseId, number } = record
  const read = { staff: member.id, acting: member.unit, caseId, kind: 'stale', at: ports.clock() } as const
  await ports.store.logRead(read, 1)
  await ports.looks.stale(member, number)
  return changes
}
