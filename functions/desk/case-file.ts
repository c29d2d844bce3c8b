import { type Relation, relationTo } from '../domain/access.ts'
import { area, unit } from '../domain/areas.ts'
import { type Clock, clocksOf } from '../domain/clocks.ts'
import { listedAs } from '../domain/desk-entry.ts'
import type { CaseEvent } from '../domain/events.ts'
import { type Standing, standingOf } from '../domain/move-rules.ts'
import type { StaffMember } from '../domain/staff.ts'
import type { Ports } from '../ports.ts'
import type { CaseRecord } from '../store/store.ts'

/** A case as a member of staff has it before him. */
export interface CaseFile {
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
    ...{ status, track, danger, relation },
    role: acting === 'console' ? 'lead' : acting.role,
    unitKind: own.kind,
    level: area(own.area).level,
    ...standingOf(events, clocks, track, now),
  }
}

/**
 * Takes a case out of the cupboard.
 * @returns null when there is none with this number, or none that this person may know of: one answer for both
 */
export const openFile = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  acting: ActingStaff,
  number: string,
): Promise<CaseFile | null> => {
  const record = await store.findByNumber(number)
  if (!record) return null
  const events = await store.history(record.id)
  const relation = acting === 'console' ? 'desk' : relationTo(acting, listedAs(events, record.about))
  if (!relation) return null
  const now = clock()
  const clocks = clocksOf(events, now)
  const standing = standingFor(record, events, clocks, acting, relation, now)
  return { record, events, clocks, relation, standing }
}
