import { described, FieldError, type FieldProps, fieldClass, Hint, invalid, Optional } from './field.tsx'

export interface Option {
  value: string
  name: string
  note?: string
}

/** Options of one question; the first has the field's name as its id, so that the error summary can link to it. */
export const Picks = (
  props: FieldProps & { type: 'radio' | 'checkbox'; options: Option[]; chosen: string[] },
) => (
  <fieldset class={fieldClass(props)} aria-describedby={described(props)}>
    <legend>
      {props.label} <Optional {...props} />
    </legend>
    <Hint {...props} />
    <FieldError name={props.name} text={props.state.error(props.name)} />
    {props.options.map(({ value, name, note }, index) => {
      const id = index === 0 ? props.name : `${props.name}-${value}`
      return (
        <div class="choice">
          <input
            type={props.type}
            id={id}
            name={props.name}
            value={value}
            checked={props.chosen.includes(value)}
            aria-invalid={invalid(props)}
          />
          <label for={id}>
            {name}
            {note ? <small>{note}</small> : null}
          </label>
        </div>
      )
    })}
  </fieldset>
)
