import { findableNames } from '#domain/basics/folded-name.ts'
import { normaliseCaseNumber, normaliseDigits, normaliseLine } from '#domain/basics/normalise.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { cutText } from '#domain/basics/text-cut.ts'
import { dayOf } from '#domain/basics/time.ts'
import { type ListScope, scopesOfUnit } from '#domain/desk/access.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { isCaseNumber } from '#domain/filing/case-number.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import { openCase } from '../case/open-case.ts'

/** Finds cases by number, phone, full name or 事由 (rules.md R46), never one hidden from the person who searches. */

const longest = 60
/** A case number without its year, as people say it on the phone, is looked for in this year and those before. */
const yearsBack = 3

// 事由 is plain text by staff. Only the newest lines of each list are searched, which bounds the work.
const subjectLines = 300
const shortestSubject = 2

const bySubject = async (
  { store }: Pick<Ports<Pick<DeskStore, 'list'>>, 'store'>,
  { id: reader }: StaffMember,
  scopes: ListScope[],
  text: string,
): Promise<ListedCase[]> => {
  if (text.length < shortestSubject) return []
  const matches = new Map<string, ListedCase>()
  for (const scope of scopes)
    for (const line of await store.list({ scope, reader, order: 'changed', limit: subjectLines }))
      if (line.subject?.includes(text)) matches.set(line.caseId, line)
  return [...matches.values()]
}

const byShortNumber = async (
  ports: Pick<Ports<Pick<DeskStore, 'openCase' | 'linesOf'>>, 'store' | 'clock'>,
  member: StaffMember,
  text: string,
  scopes: ListScope[],
): Promise<ListedCase[]> => {
  const digits = normaliseDigits(text)
  if (!/^\d{6,7}$/.test(digits)) return []
  const year = Number(dayOf(ports.clock()).slice(0, 4))
  const numbers = Array.from({ length: yearsBack }, (_, back) => `${year - back}-${digits}`)
  const opened = await Promise.all(numbers.map((number) => openCase(ports, member, number)))
  const ids = opened.flatMap((one) => one?.record.id ?? [])
  return ids.length > 0 ? ports.store.linesOf(ids, scopes, member.id) : []
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
    return deskCase ? ports.store.linesOf([deskCase.record.id], scopes, member.id) : []
  }
  const [phones, names] = [findableNumbers(text), findableNames(text)]
  const found = [
    ...(await byShortNumber(ports, member, text, scopes)),
    ...(phones.length > 0 ? await ports.store.findPerson('phone', phones, scopes, member.id) : []),
    ...(names.length > 0 ? await ports.store.findPerson('name', names, scopes, member.id) : []),
    ...(phones.length > 0 ? [] : await bySubject(ports, member, scopes, text)),
  ]
  return [...new Map(found.map((line) => [line.caseId, line])).values()]
}
