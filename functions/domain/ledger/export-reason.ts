import { readLine } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { isCountyUnit } from '#domain/staff/areas.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import { mostUnsealed } from './papers.ts'

/** The file with what is sealed: who may make it, and why it is made. */

const longestReason = 100

export const exportMessages = {
  required: '请写一写为什么要带姓名和经过，例如“市里检查，按某号文报名册”。',
  tooLong: `最多 ${longestReason} 个字。`,
  tooMany: `一次最多 ${mostUnsealed} 件，请回台账把条件收窄一些。`,
} as const

/** Only who answers for a unit of the county (rules.md R52): everybody else has the ledger without it. */
export const mayUnseal = ({ unit, role }: Pick<StaffMember, 'unit' | 'role'>): boolean =>
  roles[role].decides && isCountyUnit(unit)

/** The reason as it was typed. */
export const readExportReason = (typed: string): Result<string, 'required' | 'tooLong'> => {
  const reason = readLine(typed, longestReason)
  if (reason === null) return fail('tooLong')
  return reason ? ok(reason) : fail('required')
}
