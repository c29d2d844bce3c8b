import { mayHold, relationTo } from '#domain/desk/access.ts'
import { listedAs } from '#domain/desk/listing.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'

/** `hidden`: kept secret from this person's level; `closed`: any other case that they cannot open. */
type Known = 'open' | 'closed' | 'hidden'

const knownTo = async (
  { store }: Pick<Ports<Pick<DeskStore, 'openCase'>>, 'store'>,
  member: StaffMember,
  number: string,
): Promise<Known> => {
  const stored = await store.openCase(number)
  if (!stored) return 'closed'
  const { about } = stored.record
  if (!mayHold(member.unit, about)) return 'hidden'
  return relationTo(member, listedAs(stored.events, about)) ? 'open' : 'closed'
}

/**
 * The events of a history that a member of staff may read. The number of a linked case is shown only if they can open
 * that case. An event that links a case hidden from their level is removed with its words: the check when the link was
 * made covered only the readers of that moment, and the case may have been transferred since (rules.md R50: even its
 * existence is hidden).
 */
export const linksShownTo = async (
  ports: Pick<Ports<Pick<DeskStore, 'openCase'>>, 'store'>,
  member: StaffMember,
  events: CaseEvent[],
): Promise<CaseEvent[]> => {
  const known = new Map<string, Known>()
  for (const { data } of events)
    if (data.other && !known.has(data.other)) known.set(data.other, await knownTo(ports, member, data.other))
  return events.flatMap((event) => {
    const { other, ...data } = event.data
    const here = other && known.get(other)
    if (!here || here === 'open') return event
    return here === 'hidden' && event.kind === 'linked' ? [] : { ...event, data }
  })
}
