import type { TypedDraft } from '#domain/agreement/draft.ts'
import { itemRows, ofRow } from '#domain/agreement/form-words.ts'
import type { AgreementText } from '#domain/agreement/items.ts'
import { type PostedForm, typedText } from '#http/form.ts'

/** The fields of the forms of an agreement: those of an item end with the number of its row. */

export const versionField = 'version'
export const formField = 'form'
export const agreedOnField = 'agreedOn'
export const sealedOnField = 'sealedOn'

const chosenIn = (form: PostedForm, name: string): string[] => (form.get(name) ?? []).filter(Boolean)

/** What was typed into the form of a draft. */
export const typedDraft = (form: PostedForm): TypedDraft => ({
  facts: typedText(form, 'facts'),
  how: typedText(form, 'how'),
  makers: chosenIn(form, 'makers'),
  mediators: form.get('mediators') ?? [],
  items: itemRows.map((row) => ({
    what: typedText(form, ofRow('what', row)),
    by: chosenIn(form, ofRow('by', row)),
    to: chosenIn(form, ofRow('to', row)),
    yuan: typedText(form, ofRow('yuan', row)),
    due: typedText(form, ofRow('due', row)),
    times: typedText(form, ofRow('times', row)),
  })),
})

/** The form filled with a version, to write the next one. */
export const filledWith = (
  { parties, facts, how, items, mediators }: AgreementText,
  colleagues: readonly { id: string; name: string }[],
): PostedForm =>
  new Map([
    ['makers', parties.map(({ party }) => String(party))],
    ['facts', [facts]],
    ['how', [how]],
    ['mediators', colleagues.filter(({ name }) => mediators.includes(name)).map(({ id }) => id)],
    ...items.flatMap(({ id, what, by, to, amountFen, dueOn }): [string, string[]][] => [
      [ofRow('what', id), [what]],
      [ofRow('by', id), by.map(String)],
      [ofRow('to', id), to.map(String)],
      [ofRow('yuan', id), amountFen ? [String(amountFen / 100)] : []],
      [ofRow('due', id), dueOn ? [dueOn] : []],
    ]),
  ])

/** How many rows for items a form has: those that were filled in and two more, at least three. */
export const rowsFor = (form: PostedForm): number[] => {
  const last = itemRows.findLast((row) =>
    (['what', 'yuan', 'due'] as const).some((name) => typedText(form, ofRow(name, row))),
  )
  return itemRows.slice(0, Math.max(3, (last ?? 0) + 2))
}
