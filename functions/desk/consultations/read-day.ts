import type { Expert } from '#domain/content/experts.ts'
import { scopesOfUnit } from '#domain/desk/access.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import { county } from '#generated/county.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'

/** A consultation on the sheet of an expert. */
export interface ListedConsultation {
  expert: Expert
  startAt: number
  endAt: number
  /** Empty for a case that the reader must not know of. */
  number: string
}

type DayPorts = Pick<Ports<Pick<DeskStore, 'consultations' | 'linesOf'>>, 'store'>

/** The experts who sit at the unit of a member of staff; none for those who handle no cases. */
const expertsAt = ({ unit, role }: StaffMember): Expert[] =>
  roles[role].handles ? county.experts.filter((expert) => expert.unit === unit) : []

/**
 * The consultations of the experts of the reader's unit that begin in a span, by their beginning. A time that belongs to a
 * case the reader must not know of is taken, and no more is said of it: most of them are cases of other units.
 */
export const readConsultations = async (
  { store }: DayPorts,
  member: StaffMember,
  span: { from: number; before: number },
): Promise<ListedConsultation[]> => {
  const experts = expertsAt(member)
  const booked = await store.consultations({ experts: experts.map(({ id }) => id), ...span })
  if (booked.length === 0) return []
  const cases = [...new Set(booked.map(({ caseId }) => caseId))]
  const lines = await store.linesOf(cases, scopesOfUnit(member.unit), member.id)
  return booked.flatMap(({ caseId, expert: id, startAt, endAt }) => {
    const expert = experts.find((one) => one.id === id)
    const number = lines.find((line) => line.caseId === caseId)?.number ?? ''
    return expert ? [{ expert, startAt, endAt, number }] : []
  })
}
