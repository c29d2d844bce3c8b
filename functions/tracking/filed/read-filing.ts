import { checkOrder } from '#domain/filing/field-orders.ts'
import { answerText, type FilingField, fieldRow } from '#domain/filing/fields.ts'
import { labels } from '#domain/filing/messages.ts'
import { caseWords, wordsOf } from '#domain/history/words.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'

/** What the holder filed, as rows of the page that shows it again. */

/**
 * Never shown: answers that only some cases have would make their page another one, and a person who forces somebody to
 * open it would read that they told of a danger (rules.md R49, R50).
 */
const withheld: readonly FilingField[] = ['danger', 'contact', 'about', 'consent']

const order = [...checkOrder.matter, ...checkOrder.person].filter((field) => !withheld.includes(field))

export interface FiledRow {
  field: FilingField
  label: string
  text: string
}

/** The answers of a filing that the holder gave, each as text; of a person who filed nothing, their own name and telephone. */
export const readFiling = async (
  { store, log }: Pick<Ports<Pick<FollowingStore, 'filed'>>, 'store' | 'log'>,
  followed: FollowedCase,
): Promise<FiledRow[]> => {
  const { record, whole, holder } = followed
  // The step that registered a person is no part of what others than who filed know; what it says of them is theirs.
  const view = { events: whole.events, words: caseWords(record.id, await store.filed(followed), log) }
  const filed = wordsOf(view, 'filed')
  const person = wordsOf(view, 'party', ({ data }) => data.party === holder.party)
  const plain = filed && { track: record.track, category: record.category, region: record.region }
  const answers: Partial<Record<FilingField, unknown>> = { ...plain, ...filed, ...person }
  return order.flatMap((field) => {
    const value = answers[field]
    return value === undefined || value === '' || value === false
      ? []
      : [{ field, label: labels[field], text: answerText(fieldRow(field), value) ?? '' }]
  })
}
