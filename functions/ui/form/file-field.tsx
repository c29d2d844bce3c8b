import { accepted } from '#domain/evidence/kinds.ts'
import { described, type FieldProps, invalid, OneControl } from './field.tsx'

/** A field for one file. It is empty whenever the form is shown again: no page can choose a file for somebody. */
export const FileField = (props: FieldProps) => (
  <OneControl {...props}>
    <input
      class="input"
      id={props.name}
      name={props.name}
      type="file"
      accept={accepted}
      aria-describedby={described(props)}
      aria-invalid={invalid(props)}
    />
  </OneControl>
)
