import { units } from '#domain/basics/bounds.ts'
import { normaliseDigits } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { importBounds } from '#domain/importing/bounds.ts'
import { type ImportField, importFieldIds, importFields } from '#domain/importing/fields.ts'
import { fieldValue, filledForm, formState, type PostedForm } from '#http/form.ts'
import type { FormError, FormState } from '#ui/form/state.ts'
import { columnField, doubtfulField, headField, openField, usedColumns, yearField } from './columns-page.tsx'
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

const numberIn = (typed: string): number =>
  typed.length > units.count ? Number.NaN : Number(normaliseDigits(typed) || Number.NaN)

/** At least one of these says what a row is about. */
const telling: readonly ImportField[] = ['name', 'phone', 'narrative', 'title']

type ChosenNow = Pick<LedgerState, 'head' | 'year' | 'columns' | 'takeDoubtful' | 'keepOpen'>

/** Reads what was chosen, or names every fault. */
export const readChosen = (form: PostedForm, ledger: Ledger): Result<ChosenNow, FormError[]> => {
  const head = numberIn(fieldValue(form, headField)) - 1
  const typedYear = fieldValue(form, yearField).trim()
  const year = typedYear === '' ? undefined : numberIn(typedYear)
  const columns: (ImportField | null)[] = []
  for (const column of usedColumns(ledger)) {
    const value = fieldValue(form, columnField(column))
    columns[column] = importFieldIds.find((id) => id === value) ?? null
  }
  const filled = Array.from({ length: columns.length }, (_, column) => columns[column] ?? null)
  const errors: FormError[] = []
  const lastHead = Math.min(importBounds.headRows, ledger.rows.length)
  if (!(Number.isInteger(head) && head >= 0 && head < lastHead))
    errors.push({ field: headField, text: `表头在第几行，请写 1 到 ${lastHead} 中的一个数` })
  if (year !== undefined && !(Number.isInteger(year) && year >= 1990 && year <= 2099))
    errors.push({ field: yearField, text: '年份请写四位数，比如 2023' })
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
    ...{ head, year, columns: filled },
    takeDoubtful: fieldValue(form, doubtfulField) === 'true',
    keepOpen: fieldValue(form, openField) === 'true',
  })
}
