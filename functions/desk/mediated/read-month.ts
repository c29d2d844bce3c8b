import { addDays, addMonths, type Day, firstOfMonth, startOfDay } from '#domain/basics/time.ts'
import { scopesOfUnit } from '#domain/desk/access.ts'
import { type MediatedCase, splitHints } from '#domain/desk/mediation-report.ts'
import { sheetReach } from '#domain/desk/sheets.ts'
import { unit } from '#domain/places/areas.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { unitKinds } from '#domain/words/unit-kinds.ts'
import { county } from '#generated/county.ts'
import { deskData } from '#generated/desk.ts'
import type { MediatedStore } from '#store/ports/mediated.ts'

/** The agreements of the committees that a unit sees, in the month of a day. */

/** Agreements that one page sums up or lists. */
export const mostMediated = 2000

/** A month: its first day, and the first day after it. */
export interface Month {
  from: Day
  before: Day
  last: Day
}

/** The month that a day is in. */
export const wholeMonth = (day: Day): Month => {
  const from = firstOfMonth(day)
  const before = addMonths(from, 1)
  return { from, before, last: addDays(before, -1) }
}

/** The committees among the desks that a unit sees. */
export const committeesSeen = (unitId: string): string[] =>
  sheetReach(unitId).units.filter((id) => unitKinds[unit(id).kind].makesAgreements)

const offices = county.units.filter(({ kind }) => !unitKinds[kind].makesAgreements && kind !== 'grid')

export const readMediated = (
  store: Pick<MediatedStore, 'mediated'>,
  { id: reader, unit: unitId }: Pick<StaffMember, 'id' | 'unit'>,
  { from, before }: Pick<Month, 'from' | 'before'>,
  { withMoney }: { withMoney: boolean },
): Promise<MediatedCase[]> =>
  store.mediated({
    units: committeesSeen(unitId),
    abouts: sheetReach(unitId).abouts,
    ...{ from: startOfDay(from), before: startOfDay(before) },
    offices: offices.map(({ id }) => id),
    ...{ scopes: scopesOfUnit(unitId), reader },
    ...{ limit: mostMediated + 1, withMoney },
  })

/** The agreements of a month without their money, with the numbers of those that look like one that was split, also over the turn of a month. */
export const readWithHints = async (
  store: MediatedStore,
  member: Pick<StaffMember, 'id' | 'unit'>,
  { from, before }: Month,
): Promise<{ cases: MediatedCase[]; hints: Map<string, string[]> }> => {
  const { splitDays } = deskData.mediationReport
  const span = { from: addDays(from, -splitDays), before }
  // Paid is an agreement, whatever it is about.
  const read = await readMediated(store, member, span, { withMoney: false })
  const all = read.filter(({ listed }) => listed)
  const prints = await store.printsOf(all.map(({ caseId }) => caseId))
  const hints = splitHints(
    all.map((one) => ({ ...one, people: prints.get(one.caseId) ?? [] })),
    splitDays,
  )
  const cases = all.filter(({ at }) => at >= startOfDay(from) && at < startOfDay(before))
  return { cases, hints }
}
