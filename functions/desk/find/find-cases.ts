import { normaliseCaseNumber, normaliseLine, normalisePhone } from '#domain/basics/normalise.ts'
import { cutText } from '#domain/basics/text-cut.ts'
import { type ListScope, scopesOfUnit } from '#domain/desk/access.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { isCaseNumber } from '#domain/filing/case-number.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import { openCase } from '../case/open-case.ts'

/** Finds cases by number, phone, full name or 事由 (rules.md R46), never one hidden from the person who searches. */

const isPhone = (text: string): boolean => /^\d{7,12}$/.test(text)
const longest = 60

// 事由 is plain text by staff. Only the newest lines of each list are searched, which bounds the work.
const subjectLines = 300
const shortestSubject = 2

const bySubject = async (
  { store }: Pick<Ports<Pick<DeskStore, 'list'>>, 'store'>,
  scopes: ListScope[],
  text: string,
): Promise<ListedCase[]> => {
  if (text.length < shortestSubject) return []
  const matches = new Map<string, ListedCase>()
  for (const scope of scopes)
    for (const line of await store.list({ scope, order: 'changed', limit: subjectLines }))
      if (line.subject?.includes(text)) matches.set(line.caseId, line)
  return [...matches.values()]
}

/** Parses the typed text: a case number, or a text to search for. */
export const readSearch = (typed: string): { text: string; number: string | null } => {
  const text = normaliseLine(cutText(typed, longest))
  const number = normaliseCaseNumber(text)
  return { text, number: isCaseNumber(number) ? number : null }
}

/** Cases that match the typed text, limited to those the person may see. */
export const findCases = async (
  ports: Pick<Ports<Pick<DeskStore, 'openCase' | 'list' | 'linesOf' | 'findPerson'>>, 'store' | 'clock'>,
  member: StaffMember,
  typed: string,
): Promise<ListedCase[]> => {
  const { text, number } = readSearch(typed)
  if (text === '' || !roles[member.role].handles) return []
  const scopes = scopesOfUnit(member.unit)
  if (number !== null) {
    const deskCase = await openCase(ports, member, number)
    return deskCase ? ports.store.linesOf([deskCase.record.id], scopes) : []
  }
  const phone = normalisePhone(text)
  if (isPhone(phone)) return ports.store.findPerson('phone', phone, scopes)
  const byName = await ports.store.findPerson('name', text, scopes)
  const listed = new Set(byName.map(({ caseId }) => caseId))
  return [...byName, ...(await bySubject(ports, scopes, text)).filter(({ caseId }) => !listed.has(caseId))]
}
