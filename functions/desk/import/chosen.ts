import { fail, ok, type Result } from '#domain/basics/result.ts'
import { type ImportField, importFieldIds, importFields } from '#domain/importing/fields.ts'
import { fieldValue, filledForm, formState, type PostedForm } from '#http/form.ts'
import type { FormError, FormState } from '#ui/form/state.ts'
import {
  columnField,
  doubtfulField,
  headField,
  headOptions,
  openField,
  usedColumns,
  yearField,
  yearOptions,
} from './columns-page.tsx'
import type { Ledger, LedgerState } from './read-ledger.ts'

/** The page of the columns as a form: what was chosen, and how it is read. */

/** The form as it was chosen last. */
export const chosenState = ({ head, year, columns, takeDoubtful, keepOpen }: LedgerState): FormState =>
  formState(
    filledForm({
      [headField]: String(head + 1),
      [yearField]: year === undefined ? '' : String(year),
      [doubtfulField]: takeDoubtful ? 'true' : '',
      [openField]: keepOpen ? 'true' : '',
      ...Object.fromEntries(columns.map((field, column) => [columnField(column), field ?? ''])),
    }),
  )

/** At least one of these says what a row is about. */
const telling: readonly ImportField[] = ['name', 'phone', 'narrative', 'title']

type ChosenNow = Pick<LedgerState, 'head' | 'year' | 'columns' | 'takeDoubtful' | 'keepOpen'>

/** Reads what was chosen, or names every fault. */
export const readChosen = (
  form: PostedForm,
  ledger: Ledger,
  thisYear: number,
): Result<ChosenNow, FormError[]> => {
  const head = headOptions(ledger).findIndex(({ value }) => value === fieldValue(form, headField))
  const year = yearOptions(thisYear).find(({ value }) => value === fieldValue(form, yearField))?.value
  const columns: (ImportField | null)[] = []
  for (const column of usedColumns(ledger)) {
    const value = fieldValue(form, columnField(column))
    columns[column] = importFieldIds.find((id) => id === value) ?? null
  }
  const filled = Array.from({ length: columns.length }, (_, column) => columns[column] ?? null)
  const errors: FormError[] = []
  if (head < 0) errors.push({ field: headField, text: '请选一下，表头是哪一行' })
  // With another head the columns are guessed anew.
  if (head === ledger.state.head) {
    filled.forEach((field, column) => {
      if (field && filled.indexOf(field) < column)
        errors.push({
          field: columnField(column),
          text: `“${importFields[field].name}”选了两列，请只留一列`,
        })
    })
    if (!filled.some((field) => field && telling.includes(field)))
      errors.push({
        field: columnField(usedColumns(ledger)[0] ?? 0),
        text: `请至少认出一列：${telling.map((field) => importFields[field].name).join('、')}`,
      })
  }
  if (errors.length > 0) return fail(errors)
  return ok({
    ...{ head, year: year === undefined ? undefined : Number(year), columns: filled },
    takeDoubtful: fieldValue(form, doubtfulField) === 'true',
    keepOpen: fieldValue(form, openField) === 'true',
  })
}
