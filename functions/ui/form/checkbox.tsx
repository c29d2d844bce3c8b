import type { Child } from 'hono/jsx'
import { described, FieldError, type FieldProps, fieldClass, invalid } from './field.tsx'
import { type Option, Picks } from './picks.tsx'

/** Checkboxes: any number of several options. */
export const Checkboxes = (props: FieldProps & { options: Option[]; chosen?: string[] }) => (
  <Picks {...props} type="checkbox" chosen={props.chosen ?? []} />
)

export const Checkbox = (props: FieldProps & { note?: Child | undefined }) => (
  <div class={fieldClass(props)}>
    <FieldError name={props.name} text={props.state.error(props.name)} />
    <div class="choice">
      <input
        type="checkbox"
        id={props.name}
        name={props.name}
        value="true"
        checked={props.state.value(props.name) === 'true'}
        aria-describedby={described(props)}
        aria-invalid={invalid(props)}
      />
      <label for={props.name}>
        {props.label}
        {props.note ? <small>{props.note}</small> : null}
      </label>
    </div>
  </div>
)
