import { type ListScope, scopesOfUnit } from '#domain/desk/access.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import type { RatingTaskKind } from '#domain/words/ratings.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'

/** A look or a call that waits at the reader's unit, with the line of its case. */
export interface ListedTask {
  kind: RatingTaskKind
  line: ListedCase
}

const mostTasks = 20

/** The looks and calls that wait for a member of staff, oldest first. */
export const readTasks = async (
  { store, clock }: Pick<Ports<Pick<DeskStore, 'ratingTasks' | 'linesOf'>>, 'store' | 'clock'>,
  member: StaffMember,
): Promise<ListedTask[]> => {
  if (!roles[member.role].handles) return []
  const tasks = await store.ratingTasks(member, clock(), { limit: mostTasks })
  if (tasks.length === 0) return []
  const scopes: ListScope[] = scopesOfUnit(member.unit)
  const lines = await store.linesOf([...new Set(tasks.map(({ caseId }) => caseId))], scopes, member.id)
  return tasks.flatMap(({ caseId, kind }) => {
    const line = lines.find((one) => one.caseId === caseId)
    return line ? [{ kind, line }] : []
  })
}
