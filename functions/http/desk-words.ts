import { agreementLabels } from '#domain/agreement/form-words.ts'
import { contactTable } from '#domain/filing/contact.ts'
import { fieldRow, filingFields } from '#domain/filing/fields.ts'
import { caseOfField } from '#domain/moves/batch.ts'
import { moveField, moveFields } from '#domain/moves/fields.ts'
import type { KeptWord } from '#ui/kept-words.tsx'
import { deskChoices } from './desk-choices.ts'
import { type PostedForm, typedText } from './form.ts'

/** True for fields in which people type; days and numbers are typed too. */
const isTyped = (input: string): boolean => ['text-area', 'line', 'number', 'day'].includes(input)

/**
 * Free-text fields of the desk's forms, with the label they are shown again under. Tokens, codes and passwords are not
 * included; choices have a table of their own. tests/worker/http/kept-words.test.ts compares the list with the forms.
 */
const labels: Record<string, string> = {
  ...Object.fromEntries(
    filingFields.flatMap((field) => {
      const { input, register, label } = fieldRow(field)
      return register && /text/.test(input.kind) ? [[field, register.label ?? label]] : []
    }),
  ),
  ...Object.fromEntries(
    moveFields
      .filter((field) => isTyped(moveField(field).input))
      .map((field) => [field, moveField(field).label]),
  ),
  ...agreementLabels,
  'contact.when': contactTable.when.label,
  find: '查找',
  caseNumber: '案件编号',
  caption: '这是什么',
  fact: '证明什么',
  spotResult: '说好了什么',
  effectiveOn: '哪天说好的',
  username: '用户名',
  publishedName: '对当事人公开的名字',
  viewName: '看法的名字',
  exportReason: '为什么要带姓名和经过',
}

/** The label of a field in which people type; of a form with several cases, with the number of its case. */
const labelOf = (name: string): string | undefined => {
  const { field = '', number } = caseOfField(name) ?? {}
  return labels[name] ?? (labels[field] && `${labels[field]}，${number}`)
}

const chosenIn = (form: PostedForm, name: string): KeptWord[] => {
  const choice = Object.hasOwn(deskChoices, name) ? deskChoices[name] : undefined
  const text = (form.get(name) ?? []).flatMap((value) => choice?.name(value) ?? []).join('、')
  return choice && text ? [{ label: choice.label, text }] : []
}

/**
 * What was typed in a form of the desk, and chosen beside it, in the order of the form: to show it again if the post could
 * not be processed. A form in which nothing was typed has nothing to lose.
 */
export const deskWords = (form: PostedForm): KeptWord[] => {
  const typed = (name: string): KeptWord[] => {
    const label = labelOf(name)
    const text = label ? typedText(form, name) : ''
    return label && text ? [{ label, text }] : []
  }
  const names = [...form.keys()]
  if (!names.some((name) => typed(name).length > 0)) return []
  return names.flatMap((name) => (labelOf(name) ? typed(name) : chosenIn(form, name)))
}
