import { takenOffIn } from '#domain/history/case-history.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { StoredCase } from '#store/ports/case.ts'
import type { DeskStore } from '#store/ports/desk.ts'
import type { MaintenanceStore } from '#store/ports/maintenance.ts'
import { appendEvent } from '../append-event.ts'

/** Transfers of many cases at once: when a member of staff leaves, or when areas are merged. */

type UseCasePorts<Extra = unknown> = Pick<
  Ports<Pick<DeskStore, 'openCase' | 'append'> & Extra>,
  'store' | 'clock'
>

/** Appends one event to a case; true if it was stored. */
const appended = async (
  { store, clock }: UseCasePorts,
  number: string,
  make: (stored: StoredCase) => Omit<NewEvent, 'at' | 'unit'> & Partial<NewEvent>,
): Promise<boolean> => {
  const open = () => store.openCase(number)
  return (await appendEvent(store, open, (stored) => ({ at: clock(), ...make(stored) }))).ok
}

const pageSize = 50

/**
 * Transfers all open cases of a member of staff to another of the same unit, or back to the desk.
 * @param to id of the new handler; null leaves the cases unassigned until the lead assigns them, as does a case
 *   that the new handler was taken off
 * @returns the number of transferred cases
 */
export const reassignCases = async (
  ports: UseCasePorts<Pick<DeskStore, 'list'>>,
  from: string,
  to: string | null,
  by: Pick<StaffMember, 'id' | 'unit'>,
): Promise<number> => {
  if (from === to) return 0
  const who = { actor: `staff:${by.id}`, acting: by.unit } as const
  const handedTo = (staff: string | null) =>
    ({ kind: 'assigned', ...who, data: staff ? { staff } : {} }) as const
  let transferred = 0
  // Transferred cases leave the list, so its first page is read again. A case that cannot move ends the loop.
  for (;;) {
    const lines = await ports.store.list({ scope: `staff:${from}`, order: 'due', limit: pageSize })
    for (const { number } of lines)
      if (
        await appended(ports, number, ({ events }) => handedTo(takenOffIn(events).has(to ?? '') ? null : to))
      )
        transferred += 1
      else return transferred
    if (lines.length < pageSize) return transferred
  }
}

/** The merge of an area: its ids, and the desks that take over. */
export interface AreaMerge {
  /** The merged area and the areas below it. */
  from: string[]
  to: string
  /** Old desk → the desk of the same kind in the area that took over. */
  desks: Map<string, string>
  reason: string
}

/**
 * Moves the cases of a merged area, each with an event that gives the reason. Can be run again after an interruption.
 * @returns the number of moved cases
 */
export const moveMergedArea = async (
  ports: UseCasePorts<Pick<MaintenanceStore, 'numbersIn'>>,
  { from, to, desks, reason }: AreaMerge,
): Promise<number> => {
  let moved = 0
  for (;;) {
    const numbers = await ports.store.numbersIn(from, [...desks.keys()], pageSize)
    for (const number of numbers) {
      const make = ({ record }: StoredCase): Omit<NewEvent<'area-merged'>, 'at'> => ({
        kind: 'area-merged',
        actor: 'console',
        acting: '',
        scope: 'record',
        words: { reason },
        unit: desks.get(record.unit) ?? record.unit,
        data: { from: record.unit, ...(from.includes(record.region) && { region: to }) },
      })
      if (!(await appended(ports, number, make))) return moved
      moved += 1
    }
    if (numbers.length < pageSize) return moved
  }
}
