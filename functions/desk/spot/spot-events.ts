import { complainant, partyScope } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { agreementData, type SpotRecord } from '#domain/spot/record.ts'
import type { StaffMember } from '#domain/staff/staff.ts'

/** Number of the person of the other side. */
export const otherParty = 2

/**
 * The whole history of a case that was settled on the spot: what happened, both people, what it is about, the result, and
 * the result once more for each of the two, under their own keys.
 */
export const spotEvents = (record: SpotRecord, { id, unit }: StaffMember, at: number): NewEvent[] => {
  const { name, phone, otherName, otherPhone, category, region, subject, narrative, result } = record
  const by = { actor: `staff:${id}`, acting: unit, at, unit } as const
  const other = partyScope(otherParty)
  return [
    {
      ...by,
      kind: 'filed',
      data: {
        ...({ track: 'mediation', category, about: 'none', danger: false, anonymous: false } as const),
        ...({ region, channel: 'visit', spot: true } as const),
      },
      scope: 'record',
      words: { narrative, request: '' },
    } satisfies NewEvent<'filed'>,
    {
      ...by,
      kind: 'party',
      data: { party: 1, side: 'complainant', role: 'principal' },
      scope: complainant,
      words: { name, ...(phone && { phone }), anonymous: false },
    } satisfies NewEvent<'party'>,
    {
      ...by,
      kind: 'party',
      data: { party: otherParty, side: 'other', role: 'principal', gotFrom: 'themselves' },
      scope: other,
      words: { name: otherName, ...(otherPhone && { phone: otherPhone }) },
    } satisfies NewEvent<'party'>,
    {
      ...by,
      kind: 'subject-set',
      data: {},
      scope: 'record',
      words: { subject },
    } satisfies NewEvent<'subject-set'>,
    {
      ...by,
      kind: 'settled',
      data: agreementData(record),
      scope: 'record',
      words: { decision: result },
    } satisfies NewEvent<'settled'>,
    {
      ...by,
      kind: 'message',
      data: { to: [complainant] },
      scope: complainant,
      words: { text: result },
    } satisfies NewEvent<'message'>,
    {
      ...by,
      kind: 'told',
      data: { party: otherParty, to: [other] },
      scope: other,
      words: { text: result },
    } satisfies NewEvent<'told'>,
  ]
}
