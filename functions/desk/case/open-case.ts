import { type Clock, clocksOf } from '#domain/clocks/clocks.ts'
import { heldIn } from '#domain/clocks/held.ts'
import { type Relation, relationTo } from '#domain/desk/access.ts'
import { listedAs } from '#domain/desk/listing.ts'
import { takenOffIn } from '#domain/history/case-history.ts'
import { codeGivers } from '#domain/history/code-givers.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { type Standing, standingOf } from '#domain/moves/standing.ts'
import { hasTarget } from '#domain/moves/targets.ts'
import { area, unit } from '#domain/places/areas.ts'
import { consoleRole, type StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { CaseRecord, StoredCase } from '#store/ports/case.ts'
import type { DeskStore } from '#store/ports/desk.ts'

/** A case opened by a member of staff, with their relation to it. */
export interface DeskCase {
  stored: StoredCase
  record: CaseRecord
  events: CaseEvent[]
  clocks: Clock[]
  relation: Relation
  standing: Standing
}

/** Who acts: a person who is signed in, or the console, which has the rights of the case's own desk. */
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
  const derived = standingOf(events, clocks, track, now)
  return {
    status,
    track,
    danger,
    relation,
    role: acting === 'console' ? consoleRole : acting.role,
    unitKind: own.kind,
    level: area(own.area).level,
    ...derived,
    objected: acting !== 'console' && takenOffIn(events).has(acting.id),
    gaveCode:
      acting !== 'console' &&
      codeGivers(events, undefined, heldIn(events)?.party).includes(`staff:${acting.id}`),
    reaches: (target) => hasTarget(target, record.unit, { ...record, sender: derived.sender }),
  }
}

/** The relation of the acting person to a stored case; null if it must not exist for them. */
const relationOf = ({ record, events }: StoredCase, acting: ActingStaff): Relation | null =>
  acting === 'console' ? 'desk' : relationTo(acting, listedAs(events, record.about))

/**
 * A stored case as a member of staff has it at `now` (epoch ms). Access is decided by its history, not by a column.
 * @returns null if this person must not know of it
 */
export const deskCaseOf = (stored: StoredCase, acting: ActingStaff, now: number): DeskCase | null => {
  const relation = relationOf(stored, acting)
  if (!relation) return null
  const { record, events } = stored
  const clocks = clocksOf(events, now)
  const standing = standingFor(record, events, clocks, acting, relation, now)
  return { stored, record, events, clocks, relation, standing }
}

/**
 * Opens a case for a member of staff, in one round trip.
 * @returns null if no case has this number or this person must not know of it: the same answer after the same
 *   statements
 */
export const openCase = async (
  { store, clock }: Pick<Ports<Pick<DeskStore, 'openCase'>>, 'store' | 'clock'>,
  acting: ActingStaff,
  number: string,
): Promise<DeskCase | null> => {
  const stored = await store.openCase(number)
  return stored && deskCaseOf(stored, acting, clock())
}
