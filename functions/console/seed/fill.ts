import type { MoveInput } from '#domain/moves/fields.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { DeskCase } from '../../desk/case/open-case.ts'
import type { Living } from './context.ts'

/** What a member of staff fills into the form of a move, in this sample case as it is. */
export type Fill = (living: Living, deskCase: DeskCase, by: StaffMember) => MoveInput
