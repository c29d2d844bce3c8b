import type { Scope } from '#domain/history/events.ts'
import type { WithWords } from '#domain/history/words.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { DeskCase } from '../case/open-case.ts'
import { wordsFor } from '../case/words-for.ts'
import type { DeskCasePorts } from '../ports.ts'

/** The words of the record, or of other scopes. Reading them for a form is a read of the case, logged first (rules.md R52). */
export const readRecord = async (
  ports: Pick<DeskCasePorts, 'store' | 'clock' | 'log'>,
  member: Pick<StaffMember, 'id' | 'unit'>,
  deskCase: DeskCase,
  scopes: readonly Scope[] = ['record'],
): Promise<WithWords> => {
  const { id: staff, unit: acting } = member
  const { id: caseId } = deskCase.record
  await ports.store.logRead({ staff, acting, caseId, kind: 'open', at: ports.clock() }, 1)
  return wordsFor(ports, member, deskCase, scopes)
}
