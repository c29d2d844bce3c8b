import { described, FieldError, type FieldProps, fieldClass, Hint, invalid, Optional } from './field.tsx'

/** Autocomplete values for browsers and password managers; other fields have none. */
type Autocomplete = 'username' | 'current-password' | 'new-password' | 'one-time-code'

const inputType = ({ inputMode, autocomplete }: { inputMode?: string; autocomplete?: Autocomplete }) => {
  if (autocomplete?.endsWith('password')) return 'password'
  return inputMode === 'tel' ? 'tel' : 'text'
}

/** A text field. A password is never sent back: its field is empty when the form is shown again. */
export const TextField = (
  props: FieldProps & {
    inputMode?: 'tel' | 'numeric'
    wide?: boolean
    code?: boolean
    autocomplete?: Autocomplete
  },
) => (
  <div class={fieldClass(props)}>
    <label for={props.name}>
      {props.label} <Optional {...props} />
    </label>
    <Hint {...props} />
    <FieldError name={props.name} text={props.state.error(props.name)} />
    <input
      class={`input${props.wide ? '' : ' medium'}${props.code ? ' digits' : ''}`}
      id={props.name}
      name={props.name}
      type={inputType(props)}
      inputmode={props.inputMode}
      autocomplete={props.autocomplete ?? 'off'}
      autocapitalize={props.autocomplete && 'none'}
      value={inputType(props) === 'password' ? '' : props.state.value(props.name)}
      aria-describedby={described(props)}
      aria-invalid={invalid(props)}
    />
  </div>
)
