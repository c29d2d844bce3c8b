import { lengths, units } from '#domain/basics/bounds.ts'
import { normaliseWidth, readLine, readText } from '#domain/basics/normalise.ts'
import { readDayNear } from '#domain/basics/read-day.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Day } from '#domain/basics/time.ts'
import { type AgreementText, type Item, mostItems, mostParties } from './items.ts'
import { type Maker, makersAmong } from './makers.ts'
import { draftMessages, termMessage } from './messages.ts'
import { termFaults } from './terms.ts'

/** The form of a draft: how what staff typed is read. */

/** One item as it was typed; people by their numbers. */
export interface TypedItem {
  what: string
  by: string[]
  to: string[]
  yuan: string
  due: string
}

export interface TypedDraft {
  facts: string
  /** Who makes it beside the person who filed. */
  makers: string[]
  how: string
  mediators: string[]
  items: TypedItem[]
}

/** A fault, by the name of its field in the form: of an item with the number of its row. */
export interface DraftFault {
  field: string
  text: string
}

const amountPattern = /^(\d{1,9})(?:\.(\d{1,2}))?(?:元|块|块钱)?$/

/** Hundredths of a yuan from 600, 1,250.5 or 600 元; null if it is no amount. */
export const readYuan = (typed: string): number | null => {
  if (typed.length > units.count) return null
  const [, whole, part = ''] = amountPattern.exec(normaliseWidth(typed).replaceAll(/[\s,，]/g, '')) ?? []
  const fen = whole === undefined ? 0 : Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return fen > 0 ? fen : null
}

const isBlank = ({ what, by, yuan, due }: TypedItem): boolean =>
  what.trim() === '' && by.length === 0 && yuan.trim() === '' && due.trim() === ''

/** Stops at the end: pages and papers go on after an item, and set their own. */
const lastStops = /[。．；，、.;,\s]+$/u

const past = (day: Day, today: Day) => (day < today ? 'past' : null)

/** Reads one item; people who are not named are everybody of the other side. */
const readItem = (
  typed: TypedItem,
  row: number,
  id: number,
  makers: readonly Maker[],
  today: Day,
): Result<Item, DraftFault[]> => {
  const faults: DraftFault[] = []
  const wrong = (field: string, text: string) => faults.push({ field: `${field}${row}`, text })
  const among = (values: string[]) =>
    makers.filter(({ party }) => values.includes(String(party))).map(({ party }) => party)
  const what = readLine(typed.what, lengths.term)?.replace(lastStops, '') ?? null
  if (what === null) wrong('what', draftMessages.termTooLong(id))
  if (what === '') wrong('what', draftMessages.noTerm(id))
  for (const fault of termFaults(what ?? '')) wrong('what', termMessage(id, fault))
  const by = among(typed.by)
  const isStranger = (value: string) => !makers.some(({ party }) => String(party) === value)
  if (typed.by.some(isStranger)) wrong('by', draftMessages.notMaker(id))
  else if (by.length === 0) wrong('by', draftMessages.noBy(id))
  const sides = new Set(makers.flatMap(({ party, side }) => (by.includes(party) ? side : [])))
  const others = makers.flatMap(({ party, side }) => (sides.has(side) ? [] : party))
  const to = typed.to.length > 0 ? among(typed.to) : others
  if (typed.to.some(isStranger)) wrong('to', draftMessages.notMaker(id))
  else if (by.length > 0 && (to.length === 0 || to.some((party) => by.includes(party))))
    wrong('to', draftMessages.noTo(id))
  const amountFen = typed.yuan.trim() === '' ? undefined : readYuan(typed.yuan)
  if (amountFen === null) wrong('yuan', draftMessages.amount(id))
  const due = readDayNear(typed.due, today, past)
  if (!due.ok) wrong('due', draftMessages[due.error === 'past' ? 'past' : 'day'](id))
  if (faults.length > 0 || !due.ok || what === null) return fail(faults)
  const dueOn = due.value
  return ok({ id, by, to, what, ...(amountFen && { amountFen }), ...(dueOn && { dueOn }) })
}

/**
 * Reads a draft.
 * @param people who can make it, with their names
 * @param colleagues who work for the committee, by their ids: mediators
 * @param today days before it cannot be promised
 * @returns the text of the agreement, or every fault in the order of the form
 */
export const readDraft = (
  typed: TypedDraft,
  people: readonly (Maker & { name: string })[],
  colleagues: readonly { id: string; name: string }[],
  today: Day,
): Result<AgreementText, DraftFault[]> => {
  const faults: DraftFault[] = []
  const makers = makersAmong(people, typed.makers)
  if (makers.length > mostParties) faults.push({ field: 'makers', text: draftMessages.tooMany })
  if (new Set(makers.map(({ side }) => side)).size < 2)
    faults.push({ field: 'makers', text: draftMessages.oneSided })
  const facts = readText(typed.facts, lengths.agreementFacts)
  if (!facts)
    faults.push({ field: 'facts', text: draftMessages[facts === null ? 'factsTooLong' : 'noFacts'] })
  const rows = typed.items
    .slice(0, mostItems)
    .flatMap((item, index) => (isBlank(item) ? [] : { item, row: index + 1 }))
  const items = rows.map(({ item, row }, index) => readItem(item, row, index + 1, makers, today))
  faults.push(...items.flatMap((item) => (item.ok ? [] : item.error)))
  if (rows.length === 0) faults.push({ field: 'what1', text: draftMessages.noItems })
  const how = readText(typed.how, lengths.agreementHow)
  if (how === null) faults.push({ field: 'how', text: draftMessages.howTooLong })
  for (const fault of termFaults(how ?? '')) faults.push({ field: 'how', text: termMessage(0, fault) })
  const mediators = colleagues.filter(({ id }) => typed.mediators.includes(id)).map(({ name }) => name)
  if (mediators.length === 0) faults.push({ field: 'mediators', text: draftMessages.noMediator })
  if (faults.length > 0) return fail(faults)
  return ok({
    parties: makers.map(({ party, name }) => ({ party, name })),
    facts: facts ?? '',
    items: items.flatMap((item) => (item.ok ? item.value : [])),
    how: how ?? '',
    mediators,
  })
}
