import { contactTable } from '#domain/filing/contact.ts'
import { type FilingField, fieldRow, filingFields } from '#domain/filing/fields.ts'
import { moveField, moveFields } from '#domain/moves/fields.ts'
import { areaName, findArea, findUnit } from '#domain/places/areas.ts'
import { agreedWords, askedWords } from '#domain/spot/messages.ts'
import { roles } from '#domain/staff/staff.ts'
import { agreementForms } from '#domain/words/agreement-forms.ts'
import { channels } from '#domain/words/channels.ts'
import { papers } from '#domain/words/papers.ts'

/**
 * What can be chosen in the forms of the desk and is public: named again beside the words of a form that was not taken. Choices
 * among people or among facts of a case are left out, because their names may be read only at the desk.
 */

interface Choice {
  label: string
  /** The name of an option; undefined if there is none of this value. */
  name: (value: string) => string | undefined
}

const ofList = (options: readonly { id?: string; value?: string; name: string }[], value: string) =>
  options.find((option) => (option.id ?? option.value) === value)?.name

const ofTable = (label: string, table: Record<string, string | { name: string }>): Choice => ({
  label,
  name: (value) => {
    const row = Object.hasOwn(table, value) ? table[value] : undefined
    return typeof row === 'object' ? row.name : row
  },
})

const ofFiling = (field: FilingField): [string, Choice][] => {
  const { input, register, label: usual } = fieldRow(field)
  if (!register || !('options' in input)) return []
  const label = register.label ?? usual
  return [[field, { label, name: (value) => ofList(input.options(), value) }]]
}

const ofUnits = (label: string): Choice => ({ label, name: (value) => findUnit(value)?.name })

/** How somebody in danger may be reached. */
const ofContact = ({ ask, shown }: (typeof contactTable)['mayCall' | 'mayText']): Choice =>
  ofTable(ask, { true: shown(true), false: shown(false) })

/** By the name of the field. */
export const deskChoices: Record<string, Choice> = {
  ...Object.fromEntries(filingFields.flatMap(ofFiling)),
  ...Object.fromEntries(
    moveFields.flatMap((field): [string, Choice][] => {
      const { label, options } = moveField(field)
      return options ? [[field, { label, name: (value) => ofList(options, value) }]] : []
    }),
  ),
  region: {
    label: '事情在哪里',
    name: (value) => (findArea(value) ? areaName(value) : undefined),
  },
  'contact.mayCall': ofContact(contactTable.mayCall),
  'contact.mayText': ofContact(contactTable.mayText),
  unit: ofUnits('单位'),
  proper: ofUnits(moveField('proper').label),
  channel: ofTable('怎么来的', channels),
  asked: ofTable('下面这些，有没有一样', askedWords),
  agreed: ofTable('怎么说好的', agreedWords),
  form: ofTable('书面，还是口头', agreementForms),
  paper: ofTable('看的证件', papers),
  role: ofTable('角色', roles),
}
