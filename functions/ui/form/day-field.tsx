import { readDay } from '#domain/basics/read-day.ts'
import { described, type FieldProps, invalid, OneControl } from './field.tsx'

/**
 * A day, chosen from the browser's own picker. Browsers without one show a text field, and so does a value that is no
 * day: a date control would show it empty and lose what was typed. `readDay` reads both.
 */
export const DayField = (props: FieldProps & { min?: string; max?: string }) => {
  const typed = props.state.value(props.name)
  const day = readDay(typed)
  const picker = typed === '' || day !== null
  return (
    <OneControl {...props}>
      <input
        class="input"
        id={props.name}
        name={props.name}
        type={picker ? 'date' : 'text'}
        min={picker ? props.min : undefined}
        max={picker ? props.max : undefined}
        placeholder="2026-12-03"
        value={day ?? typed}
        aria-describedby={described(props)}
        aria-invalid={invalid(props)}
      />
    </OneControl>
  )
}
