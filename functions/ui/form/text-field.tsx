import type { Autofill } from '#domain/filing/field-row.ts'
import { described, type FieldProps, invalid, OneControl } from './field.tsx'

/**
 * HTML autofill tokens. `off` only where the browser must not remember what was typed, with the reason in a comment: it
 * also empties the control after Back or a reload.
 */
type Autocomplete = Autofill | 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off'

const inputType = ({ inputMode, autocomplete }: { inputMode?: string; autocomplete?: Autocomplete }) => {
  if (autocomplete?.endsWith('password')) return 'password'
  return inputMode === 'tel' ? 'tel' : 'text'
}

/** A text field. A password is never sent back: its field is empty when the form is shown again. */
export const TextField = (
  props: FieldProps & {
    inputMode?: 'tel' | 'numeric'
    code?: boolean
    autocomplete?: Autocomplete
  },
) => (
  <OneControl {...props}>
    <input
      class={props.code ? 'input digits' : 'input'}
      id={props.name}
      name={props.name}
      type={inputType(props)}
      inputmode={props.inputMode}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocomplete && 'none'}
      value={inputType(props) === 'password' ? '' : props.state.value(props.name)}
      aria-describedby={described(props)}
      aria-invalid={invalid(props)}
    />
  </OneControl>
)
