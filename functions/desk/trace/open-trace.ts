import { mayTrace } from '#domain/desk/trace.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { StoredCase } from '#store/ports/case.ts'
import type { DeskStore } from '#store/ports/desk.ts'

/**
 * The case behind a trace, in one round trip.
 * @returns null if there is no such case, or no trace of it for this person: the same answer after the same statements
 */
export const openTrace = async (
  { store }: Pick<Ports<Pick<DeskStore, 'openCase'>>, 'store'>,
  member: StaffMember,
  number: string,
): Promise<StoredCase | null> => {
  const stored = await store.openCase(number)
  return stored && mayTrace(member, stored.events, stored.record.about) ? stored : null
}
