import type { Child } from 'hono/jsx'
import { type FilingField, fieldRow } from '#domain/filing/fields.ts'
import { SafeContact } from '#ui/danger.tsx'
import { FormRegionSelect, RegionSelect } from '#ui/region-select.tsx'
import { Checkbox } from './checkbox.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import type { FormState } from './state.ts'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

interface Props {
  field: FilingField
  /** The form that shows the field: the residents' form, or the form in which staff register a case. */
  of: 'form' | 'register'
  state: FormState
  /** Replaces the hint of the row if it is more than text. */
  hint?: Child
}

/** One field of a filing as its row in `fieldTable` describes it; null if that form does not ask it. */
export const FilingFormField = ({ field, of, state, hint: given }: Props) => {
  const row = fieldRow(field)
  const asked = row[of]
  if (!asked) return null
  const { input, label: name } = row
  const { label = name, rows = 3, optional = false } = asked
  const hint = given ?? asked.hint
  const props = { state, name: field, label, optional, ...(hint !== undefined && { hint }) }
  switch (input.kind) {
    case 'radios': {
      const notes = of === 'form'
      const options = input
        .options()
        .map(({ note, ...option }) => ({ ...option, ...(notes && note && { note }) }))
      return <Radios {...props} options={options} />
    }
    case 'select':
      return <Select {...props} groups={input.options()} {...(input.none && { none: input.none })} />
    case 'region':
      return of === 'form' ? <FormRegionSelect {...props} /> : <RegionSelect {...props} />
    case 'contact':
      return <SafeContact state={state} shown={state.value('danger') === 'true'} />
    case 'text-area':
      return <TextArea {...props} rows={rows} max={row.max ?? 0} />
    case 'checkbox':
      return <Checkbox {...props} note={of === 'form' ? input.note : asked.hint} />
    case 'text':
      return (
        <TextField
          {...props}
          {...(of === 'form' && row.autocomplete && { autocomplete: row.autocomplete })}
        />
      )
  }
}
