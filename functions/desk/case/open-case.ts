import { type Clock, clocksOf } from '#domain/clocks/clocks.ts'
import { type Relation, relationTo } from '#domain/desk/access.ts'
import { listedAs } from '#domain/desk/listing.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { type Standing, standingOf } from '#domain/moves/rules.ts'
import { area, unit } from '#domain/places/areas.ts'
import { consoleRole, type StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { CaseRecord, StoredCase } from '#store/ports/case.ts'
import type { DeskStore } from '#store/ports/desk.ts'

/** A case as a member of staff has it before them. */
export interface DeskCase {
  stored: StoredCase
  record: CaseRecord
  events: CaseEvent[]
  clocks: Clock[]
  relation: Relation
  standing: Standing
}

/** Who acts: somebody signed in, or the console, which may do what the desk itself may. */
export type ActingStaff = StaffMember | 'console'

const standingFor = (
  record: CaseRecord,
  events: CaseEvent[],
  clocks: Clock[],
  acting: ActingStaff,
  relation: Relation,
  now: number,
): Standing => {
  const own = unit(acting === 'console' ? record.unit : acting.unit)
  const { status, track, danger } = record
  return {
    status,
    track,
    danger,
    relation,
    role: acting === 'console' ? consoleRole : acting.role,
    unitKind: own.kind,
    level: area(own.area).level,
    ...standingOf(events, clocks, track, now),
  }
}

/** How somebody stands to a stored case; null: it does not exist for them. */
const relationOf = ({ record, events }: StoredCase, acting: ActingStaff): Relation | null =>
  acting === 'console' ? 'desk' : relationTo(acting, listedAs(events, record.about))

/**
 * Opens a case for a member of staff, in one round trip. What decides is its history, not a column.
 * @returns null when there is none with this number, or none that this person may know of: one answer for both, after
 * the same statements
 */
export const openCase = async (
  { store, clock }: Pick<Ports<Pick<DeskStore, 'openCase'>>, 'store' | 'clock'>,
  acting: ActingStaff,
  number: string,
): Promise<DeskCase | null> => {
  const stored = await store.openCase(number)
  const relation = stored && relationOf(stored, acting)
  if (!stored || !relation) return null
  const { record, events } = stored
  const now = clock()
  const clocks = clocksOf(events, now)
  const standing = standingFor(record, events, clocks, acting, relation, now)
  return { stored, record, events, clocks, relation, standing }
}
