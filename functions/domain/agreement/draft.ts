import { lengths } from '#domain/basics/bounds.ts'
import { readText } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Day } from '#domain/basics/time.ts'
import { type AgreementText, mostItems, mostParties } from './items.ts'
import { type Maker, makersAmong } from './makers.ts'
import { draftMessages, termMessage } from './messages.ts'
import { type DraftFault, isBlank, readItem, type TypedItem } from './read-item.ts'
import { termFaults } from './terms.ts'

/** The form of a draft: how what staff typed is read. */

export interface TypedDraft {
  facts: string
  /** Who makes it beside the person who filed. */
  makers: string[]
  how: string
  mediators: string[]
  items: TypedItem[]
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
  const all = items.flatMap((item) => (item.ok ? item.value : []))
  if (all.length > mostItems)
    faults.push({ field: `times${rows.at(-1)?.row}`, text: draftMessages.tooManyItems })
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
    items: all.map((item, index) => ({ ...item, id: index + 1 })),
    how: how ?? '',
    mediators,
  })
}
