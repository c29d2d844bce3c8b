import type { Child } from 'hono/jsx'
import { Icon } from '#ui/icons.tsx'
import type { FormState } from './state.ts'

/** The parts of every form field: label, hint, error, control, in that order (rules.md R56). */

export interface FieldProps {
  state: FormState
  name: string
  label: string
  hint?: Child
  optional?: boolean
}

/** Ids for `aria-describedby`, which connect a field to its hint and its error. */
export const described = ({ state, name, hint }: FieldProps): string | undefined =>
  [hint ? `${name}-hint` : '', state.error(name) ? `${name}-error` : ''].filter(Boolean).join(' ') ||
  undefined

export const invalid = ({ state, name }: FieldProps) => (state.error(name) ? 'true' : undefined)
export const fieldClass = ({ state, name }: FieldProps) => (state.error(name) ? 'field invalid' : 'field')

export const Hint = ({ name, hint }: FieldProps) =>
  hint ? (
    <p class="hint" id={`${name}-hint`}>
      {hint}
    </p>
  ) : null

export const FieldError = ({ name, text }: { name: string; text: string | undefined }) =>
  text ? (
    <p class="field-error" id={`${name}-error`}>
      <Icon name="alert" />
      <span>
        <span class="visually-hidden">错误：</span>
        {text}
      </span>
    </p>
  ) : null

export const Optional = ({ optional }: FieldProps) =>
  optional ? <span class="optional">（可不填）</span> : null

/** A field with one control, which has the name of the field as its id. */
export const OneControl = ({ children, ...props }: FieldProps & { children?: Child }) => (
  <div class={fieldClass(props)}>
    <label for={props.name}>
      {props.label} <Optional {...props} />
    </label>
    <Hint {...props} />
    <FieldError name={props.name} text={props.state.error(props.name)} />
    {children}
  </div>
)
