import { deskEntry } from '../domain/desk-entry.ts'
import type { Actor } from '../domain/events.ts'
import type { Ports } from '../ports.ts'
import type { CaseRecord, NewEvent } from '../store/store.ts'
import { withNew } from './move-case.ts'

/** Moves that concern many cases at once: a colleague leaves, two villages become one. */

type UseCasePorts = Pick<Ports, 'store' | 'clock'>

/** Appends one event to a case, whatever stands there; tries once more when somebody was faster. */
const appendTo = async (
  { store, clock }: UseCasePorts,
  number: string,
  make: (record: CaseRecord) => Pick<NewEvent, 'kind' | 'actor' | 'data'> & Partial<NewEvent>,
  regionOf: (record: CaseRecord) => string | undefined = () => undefined,
): Promise<boolean> => {
  for (let tries = 0; tries < 2; tries += 1) {
    const record = await store.findByNumber(number)
    if (!record) return false
    const events = await store.history(record.id)
    const now = clock()
    const event: NewEvent = { at: now, unit: record.unit, ...make(record) }
    const entry = deskEntry(withNew({ events, record }, [event]), record, now)
    const change = { status: record.status, entry, region: regionOf(record) }
    if ((await store.append(record, [event], change)) === 'appended') return true
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
  ports: UseCasePorts,
  from: string,
  to: string | null,
  by: string,
): Promise<number> => {
  if (from === to) return 0
  const actor: Actor = `staff:${by}`
  let handed = 0
  // Each page empties the list it reads from; a case that will not move ends the work instead of turning in circles.
  for (;;) {
    const lines = await ports.store.list({ scope: `staff:${from}`, order: 'due', limit: pageSize })
    for (const { number } of lines)
      if (await appendTo(ports, number, () => ({ kind: 'assigned', actor, data: to ? { staff: to } : {} })))
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
  ports: UseCasePorts,
  { from, to, desks, reason }: AreaMerge,
): Promise<number> => {
  let moved = 0
  for (;;) {
    const numbers = await ports.store.numbersIn(from, [...desks.keys()], pageSize)
    for (const number of numbers) {
      const make = (record: CaseRecord) => ({
        ...({ kind: 'area-merged', actor: 'console', scope: 'record', words: { reason } } as const),
        unit: desks.get(record.unit) ?? record.unit,
        data: { from: record.unit },
      })
      const region = (record: CaseRecord) => (from.includes(record.region) ? to : undefined)
      if (!(await appendTo(ports, number, make, region))) return moved
      moved += 1
    }
    if (numbers.length < pageSize) return moved
  }
}
