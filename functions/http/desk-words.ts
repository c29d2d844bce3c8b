import { agreementLabels } from '#domain/agreement/form-words.ts'
import { contactTable } from '#domain/filing/contact.ts'
import { fieldRow, filingFields } from '#domain/filing/fields.ts'
import { caseOfField } from '#domain/moves/batch.ts'
import { moveField, moveFields } from '#domain/moves/fields.ts'
import type { KeptWord } from '#ui/kept-words.tsx'
import { type PostedForm, typedText } from './form.ts'

/** True for fields in which people type; days and numbers are typed too. */
const isTyped = (input: string): boolean => input === 'text-area' || input === 'line' || input === 'day'

/**
 * Free-text fields of the desk's forms, with the label they are shown again under. Choices, tokens, codes and passwords
 * are not included. tests/worker/http/kept-words.test.ts compares the list with the forms.
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

/** The free text in a form of the desk, to show it again if the post could not be processed. */
export const deskWords = (form: PostedForm): KeptWord[] => {
  const ofCases = [...form.keys()].flatMap((name) => {
    const { field = '', number } = caseOfField(name) ?? {}
    return labels[field] ? [[name, `${labels[field]}，${number}`] as const] : []
  })
  return [...Object.entries(labels), ...ofCases].flatMap(([name, label]) => {
    const text = typedText(form, name)
    return text === '' ? [] : [{ label, text }]
  })
}
