import type { CaseEvent } from '../domain/events.ts'
import type { StaffMember } from '../domain/staff.ts'
import type { Ports } from '../ports.ts'
import { openFile } from './case-file.ts'

/**
 * Rows of a history as a member of staff may read them: the number of a linked case stands only where they could open
 * that case themselves (DESIGN 11: its existence included).
 */
export const linksShownTo = async (
  ports: Pick<Ports, 'store' | 'clock'>,
  member: StaffMember,
  events: CaseEvent[],
): Promise<CaseEvent[]> => {
  const known = new Map<string, boolean>()
  for (const { data } of events)
    if (data.other && !known.has(data.other))
      known.set(data.other, (await openFile(ports, member, data.other)) !== null)
  return events.map((event) => {
    const { other, ...data } = event.data
    return other && !known.get(other) ? { ...event, data } : event
  })
}
