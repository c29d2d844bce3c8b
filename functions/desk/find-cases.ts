import { scopesOfUnit } from '../domain/access.ts'
import { isCaseNumber } from '../domain/case-number.ts'
import { normaliseCaseNumber, normaliseLine, normalisePhone } from '../domain/normalise.ts'
import type { StaffMember } from '../domain/staff.ts'
import type { Ports } from '../ports.ts'
import type { ListedCase } from '../store/store.ts'
import { openFile } from './case-file.ts'

/** Finding by what DESIGN 7 allows: number, phone, full name. A hidden case is found by nobody it is hidden from. */

const isPhone = (text: string): boolean => /^\d{7,12}$/.test(text)
const longest = 60

/** Cases that fit what was typed, among those the person sees. */
export const findCases = async (
  ports: Pick<Ports, 'store' | 'clock'>,
  member: StaffMember,
  typed: string,
): Promise<ListedCase[]> => {
  const text = normaliseLine(typed.slice(0, longest))
  if (text === '' || member.role === 'admin') return []
  const scopes = scopesOfUnit(member.unit)
  const number = normaliseCaseNumber(text)
  if (isCaseNumber(number)) {
    const file = await openFile(ports, member, number)
    return file ? ports.store.linesOf([file.record.id], scopes) : []
  }
  const phone = normalisePhone(text)
  return isPhone(phone)
    ? ports.store.findPerson('phone', phone, scopes)
    : ports.store.findPerson('name', text, scopes)
}
