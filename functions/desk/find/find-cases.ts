import { findableNames } from '#domain/basics/folded-name.ts'
import { normaliseCaseNumber, normaliseDigits, normaliseLine } from '#domain/basics/normalise.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { cutText } from '#domain/basics/text-cut.ts'
import { type Day, dayOf } from '#domain/basics/time.ts'
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
  const numbers = numbersEnding(text, dayOf(ports.clock()))
  const opened = await Promise.all(numbers.map((number) => openCase(ports, member, number)))
  const ids = opened.flatMap((one) => one?.record.id ?? [])
  return ids.length > 0 ? ports.store.linesOf(ids, scopes, member.id) : []
}

/** The case numbers that end with these digits, of this year and those before; none for other texts. */
const numbersEnding = (text: string, today: Day): string[] => {
  const digits = normaliseDigits(text)
  const year = Number(today.slice(0, 4))
  return /^\d{6,7}$/.test(digits)
    ? Array.from({ length: yearsBack }, (_, back) => `${year - back}-${digits}`)
    : []
}

/** What a search was for, as the log of the desk has it. */
export interface Searched {
  /** Case numbers that led to nothing this person may see. */
  refused: string[]
  /** What was looked for as a name, a phone or a 事由; null if nothing was. */
  words: string | null
}

/**
 * What a search was for, by what it found. Six digits are a case number without its year, and may be a short phone
 * number as well: they count as words only if they found something else than a case of that number. Seven may be a
 * landline.
 */
export const searchedFor = (
  typed: string,
  found: readonly Pick<ListedCase, 'number'>[],
  today: Day,
): Searched => {
  const { text, number } = readSearch(typed)
  if (text === '') return { refused: [], words: null }
  if (number !== null) return { refused: found.length === 0 ? [number] : [], words: null }
  const short = numbersEnding(text, today)
  const byNumber = found.filter((line) => short.includes(line.number))
  if (short.length === 0 || found.length > byNumber.length) return { refused: [], words: text }
  if (found.length > 0) return { refused: [], words: null }
  return normaliseDigits(text).length === 6 ? { refused: short, words: null } : { refused: [], words: text }
}

/** Parses the typed text: a case number, or a text to search for. */
const readSearch = (typed: string): { text: string; number: string | null } => {
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
