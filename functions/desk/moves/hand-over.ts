import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { NewEvent } from '#store/ports/append.ts'
import type { CaseRecord } from '#store/ports/case.ts'
import type { DeskStore } from '#store/ports/desk.ts'
import type { MaintenanceStore } from '#store/ports/maintenance.ts'

/** Moves that concern many cases at once: a colleague leaves, two villages become one. */

type UseCasePorts<Extra = unknown> = Pick<
  Ports<Pick<DeskStore, 'openCase' | 'append'> & Extra>,
  'store' | 'clock'
>

type Appended = Pick<NewEvent, 'kind' | 'actor' | 'acting' | 'data'> & Partial<NewEvent>

/** Appends one event to a case, whatever stands there; tries once more when somebody was faster. */
const appendTo = async (
  { store, clock }: UseCasePorts,
  number: string,
  make: (record: CaseRecord) => Appended,
): Promise<boolean> => {
  for (let tries = 0; tries < 2; tries += 1) {
    const stored = await store.openCase(number)
    if (!stored) return false
    const event: NewEvent = { at: clock(), unit: stored.record.unit, ...make(stored.record) }
    if ((await store.append(stored, [event])) === 'appended') return true
  }
  return false
}

const pageSize = 50

/**
 * Hands all open cases of a member of staff to another of the same unit, or back to the desk.
 * @param to null: nobody yet; the cases wait for the lead to assign them
 * @returns how many cases changed hands
 */
export const handOver = async (
  ports: UseCasePorts<Pick<DeskStore, 'list'>>,
  from: string,
  to: string | null,
  by: Pick<StaffMember, 'id' | 'unit'>,
): Promise<number> => {
  if (from === to) return 0
  const who = { actor: `staff:${by.id}`, acting: by.unit } as const
  let handed = 0
  // Each page empties the list it reads from; a case that will not move ends the work instead of turning in circles.
  for (;;) {
    const lines = await ports.store.list({ scope: `staff:${from}`, order: 'due', limit: pageSize })
    for (const { number } of lines)
      if (await appendTo(ports, number, () => ({ kind: 'assigned', ...who, data: to ? { staff: to } : {} })))
        handed += 1
      else return handed
    if (lines.length < pageSize) return handed
  }
}

/** Where the cases of a merged area go. */
export interface AreaMerge {
  /** The area and those below it. */
  from: string[]
  to: string
  /** Old desk → the desk of the same kind in the area that took over. */
  desks: Map<string, string>
  reason: string
}

/**
 * Moves the cases of a merged area, each with a row that says why. It can be run again after a break.
 * @returns how many cases moved
 */
export const moveMergedArea = async (
  ports: UseCasePorts<Pick<MaintenanceStore, 'numbersIn'>>,
  { from, to, desks, reason }: AreaMerge,
): Promise<number> => {
  let moved = 0
  for (;;) {
    const numbers = await ports.store.numbersIn(from, [...desks.keys()], pageSize)
    for (const number of numbers) {
      const make = (record: CaseRecord): Omit<NewEvent<'area-merged'>, 'at'> => ({
        kind: 'area-merged',
        actor: 'console',
        acting: '',
        scope: 'record',
        words: { reason },
        unit: desks.get(record.unit) ?? record.unit,
        data: { from: record.unit, ...(from.includes(record.region) && { region: to }) },
      })
      if (!(await appendTo(ports, number, make))) return moved
      moved += 1
    }
    if (numbers.length < pageSize) return moved
  }
}
