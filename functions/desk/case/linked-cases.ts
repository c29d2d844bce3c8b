import { mayHold, relationTo } from '#domain/desk/access.ts'
import { listedAs } from '#domain/desk/listing.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'

/** `hidden`: kept from this person's level; `closed`: any other case that is not theirs to open. */
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
 * Rows of a history as a member of staff may read them: the number of a linked case stands only where they could open
 * that case themselves. A link to a case that is hidden from their level is no row at all, nor are the words in it: who
 * linked the two answered for the readers of that moment, and the case went further (rules.md R50: its existence
 * included).
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
