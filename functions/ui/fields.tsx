import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'

/** Form parts: label, hint, error, field, in that order (rules.md R56). */

/** What a form shows: the values as they were typed, and a sentence for each field that is wrong. */
export interface FormState {
  value: (name: string) => string
  error: (name: string) => string | undefined
}

interface FieldProps {
  state: FormState
  name: string
  label: string
  hint?: Child
  optional?: boolean
}

/** Ids that tie a field to its hint and its error. */
const described = ({ state, name, hint }: FieldProps): string | undefined =>
  [hint ? `${name}-hint` : '', state.error(name) ? `${name}-error` : ''].filter(Boolean).join(' ') ||
  undefined

const invalid = ({ state, name }: FieldProps) => (state.error(name) ? 'true' : undefined)
const fieldClass = ({ state, name }: FieldProps) => (state.error(name) ? 'field invalid' : 'field')

const Hint = ({ name, hint }: FieldProps) =>
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

const Optional = ({ optional }: FieldProps) => (optional ? <span class="optional">（可不填）</span> : null)

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

export const TextArea = (props: FieldProps & { rows: number; max: number }) => (
  <div class={fieldClass(props)}>
    <label for={props.name}>
      {props.label} <Optional {...props} />
    </label>
    <Hint {...props} />
    <FieldError name={props.name} text={props.state.error(props.name)} />
    <textarea
      class="input"
      id={props.name}
      name={props.name}
      rows={props.rows}
      autocomplete="off"
      data-max={String(props.max)}
      aria-describedby={described(props)}
      aria-invalid={invalid(props)}
    >
      {/* A browser drops the first line break after the tag; this one is dropped instead of the person's. */}
      {`\n${props.state.value(props.name)}`}
    </textarea>
  </div>
)

export interface Option {
  value: string
  name: string
  note?: string
}

/** Options under one question; the first carries the field's name as id, so that the error summary can lead there. */
const Picks = (props: FieldProps & { type: 'radio' | 'checkbox'; options: Option[]; chosen: string[] }) => (
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

/** One of several. */
export const Radios = (props: FieldProps & { options: Option[] }) => (
  <Picks {...props} type="radio" chosen={[props.state.value(props.name)]} />
)

/** Any of several. */
export const Checkboxes = (props: FieldProps & { options: Option[]; chosen?: string[] }) => (
  <Picks {...props} type="checkbox" chosen={props.chosen ?? []} />
)

export interface OptionGroup {
  name: string
  options: Option[]
}

const OptionTag = ({ option, chosen }: { option: Option; chosen: string }) => (
  <option value={option.value} selected={option.value === chosen}>
    {option.name}
  </option>
)

export const Select = (props: FieldProps & { groups: (Option | OptionGroup)[] }) => {
  const chosen = props.state.value(props.name)
  return (
    <div class={fieldClass(props)}>
      <label for={props.name}>
        {props.label} <Optional {...props} />
      </label>
      <Hint {...props} />
      <FieldError name={props.name} text={props.state.error(props.name)} />
      <select
        class="input medium"
        id={props.name}
        name={props.name}
        autocomplete="off"
        aria-describedby={described(props)}
        aria-invalid={invalid(props)}
      >
        <option value="">请选择</option>
        {props.groups.map((group) =>
          'options' in group ? (
            <optgroup label={group.name}>
              {group.options.map((option) => (
                <OptionTag option={option} chosen={chosen} />
              ))}
            </optgroup>
          ) : (
            <OptionTag option={group} chosen={chosen} />
          ),
        )}
      </select>
    </div>
  )
}

export const Checkbox = (props: FieldProps & { note?: Child }) => (
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

/** 有三处，请您再看一看: each sentence leads to its field. */
export const ErrorSummary = ({
  errors,
  kept = '您填过的都还在，没有丢。',
}: {
  errors: { field: string; text: string }[]
  /** What of the answers is still there. */
  kept?: string
}) =>
  errors.length === 0 ? null : (
    <div class="error-summary" role="alert" aria-labelledby="error-summary" tabindex={-1}>
      <h2 id="error-summary">有 {errors.length} 处，请您再看一看</h2>
      <p>{kept}</p>
      <ul>
        {errors.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
