import { complainant } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { JudgedRow, TakenRow } from './judged-row.ts'

/**
 * The whole history of a case from an old ledger: what was filed, the person, what the ledger says of it, and that it has
 * ended. All of it happens now, at the import: an event of a day that is closed would be in no published root. The days
 * of the ledger are facts of the event `imported`.
 * @param open the old ledger has no end of it, and the person wants to go on with it here: it waits to be accepted, and no
 *   clock of an earlier day runs
 */
export const importedEvents = (
  { line }: Pick<JudgedRow, 'line'>,
  row: TakenRow,
  { id, unit: acting }: Pick<StaffMember, 'id' | 'unit'>,
  at: number,
  open: boolean,
): NewEvent[] => {
  const { unit, region, category, number, registeredOn, endedOn, handler, result, unread } = row
  const { name, phone, address, narrative, title, otherParty } = row
  const by = { actor: `staff:${id}`, acting, at, unit } as const
  const anonymous = name === undefined
  return [
    {
      ...by,
      kind: 'filed',
      data: {
        ...({ track: 'mediation', category, about: 'none', danger: false, anonymous } as const),
        ...({ region, channel: 'ledger', imported: true } as const),
      },
      scope: 'record',
      words: { narrative, request: '', ...(title && { title }), ...(otherParty && { otherParty }) },
    } satisfies NewEvent<'filed'>,
    {
      ...by,
      kind: 'party',
      data: { party: 1, side: 'complainant', role: 'principal' },
      scope: complainant,
      words: { anonymous, ...(name && { name }), ...(phone && { phone }), ...(address && { address }) },
    } satisfies NewEvent<'party'>,
    {
      ...by,
      kind: 'imported',
      data: { ...(registeredOn && { registeredOn }), ...(endedOn && { endedOn }) },
      scope: 'record',
      words: {
        line: String(line),
        ...(number && { number }),
        ...(handler && { handler }),
        ...(result && { result }),
        ...(unread && { unread }),
      },
    } satisfies NewEvent<'imported'>,
    ...(open ? [] : [{ ...by, kind: 'closed', data: {} } satisfies NewEvent<'closed'>]),
  ]
}
