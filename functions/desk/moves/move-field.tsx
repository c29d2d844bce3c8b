import { type MoveField, type MoveOptions, moveField, optionsOf } from '#domain/moves/fields.ts'
import { Checkboxes } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { Radios } from '#ui/form/radios.tsx'
import { Select } from '#ui/form/select.tsx'
import type { FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'

const few = 6

interface Props {
  field: MoveField
  needed: boolean
  /** Without its hint, which stands at an earlier control of the page. */
  again?: boolean
  /** A hint in place of the field's own. */
  hint?: string | undefined
  /** Name of the control; the field's own unless the form has several cases. */
  name?: string
  options: MoveOptions
  state: FormState
  /** All values chosen for the field. */
  chosen: string[]
}

/** One field of a move, as its row in the table of fields describes it. */
export const MoveFieldControl = ({
  field,
  needed,
  again = false,
  hint: own,
  name = field,
  options,
  state,
  chosen,
}: Props) => {
  const { label, hint: usual, input, max = 0, rows = 4 } = moveField(field)
  const hint = own ?? usual
  const base = { state, name, label, ...(hint && !again && { hint }), optional: !needed }
  const listed = optionsOf(field, options)?.map(({ id, ...option }) => ({ value: id, ...option }))
  if (input === 'choices' && listed) return <Checkboxes {...base} options={listed} chosen={chosen} />
  if (listed)
    return listed.length <= few ? <Radios {...base} options={listed} /> : <Select {...base} groups={listed} />
  if (input === 'day') return <DayField {...base} />
  if (input === 'text-area') return <TextArea {...base} rows={rows} max={max} />
  return <TextField {...base} {...(input === 'number' && { inputMode: 'numeric' })} />
}
