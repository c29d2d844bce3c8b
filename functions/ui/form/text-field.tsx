import { described, FieldError, type FieldProps, fieldClass, Hint, invalid, Optional } from './field.tsx'

/** What browsers and password managers may fill in; other fields ask for nothing of the sort. */
type Autocomplete = 'username' | 'current-password' | 'new-password' | 'one-time-code'

const inputType = ({ inputMode, autocomplete }: { inputMode?: string; autocomplete?: Autocomplete }) => {
  if (autocomplete?.endsWith('password')) return 'password'
  return inputMode === 'tel' ? 'tel' : 'text'
}

/** A password is never given back: its field comes empty again. */
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
