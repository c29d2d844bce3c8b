import { described, type FieldProps, invalid, OneControl } from './field.tsx'

export const TextArea = (props: FieldProps & { rows: number; max: number }) => (
  <OneControl {...props}>
    <textarea
      class="input"
      id={props.name}
      name={props.name}
      rows={props.rows}
      data-max={String(props.max)}
      aria-describedby={described(props)}
      aria-invalid={invalid(props)}
    >
      {/* Browsers drop a line break directly after the tag; this extra one protects a line break of the person. */}
      {`\n${props.state.value(props.name)}`}
    </textarea>
  </OneControl>
)
