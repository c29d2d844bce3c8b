import type { Child } from 'hono/jsx'
import { type MoveOptions, moveField, optionsOf } from '#domain/moves/fields.ts'
import { fieldsOf } from '#domain/moves/read-move.ts'
import { type MoveField, type MoveKind, moves } from '#domain/moves/table.ts'
import { casePath, movePath } from '#domain/routes/desk.ts'
import type { Track } from '#domain/words/tracks.ts'
import { Checkbox, Checkboxes } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Radios } from '#ui/form/radios.tsx'
import { Select } from '#ui/form/select.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'

/** The form of one move, with the fields of the table of moves. */

export interface MoveFormProps {
  number: string
  title: string
  kind: MoveKind
  track: Track
  /** Sequence number of the last event the person saw. */
  seen: number
  options: MoveOptions
  /** What a person must have read to fill it in: the story, or the request they decide. */
  context?: Child
  state: FormState
  /** All values chosen for a field name. */
  chosen: (name: string) => string[]
  errors: FormError[]
  /** The person must confirm that they mean it. */
  asksSure: boolean
  /** The move is not open to this person: the words are shown, the button is not. */
  closed: boolean
  /** Sentences about what happened since, if another person moved the case first. */
  changed?: string[]
}

export const seenField = 'seen'
export const sureField = 'sure'

/** What a person confirms before a move that they cannot undo. */
const sureText = (kind: MoveKind): string =>
  `我想好了：${moves[kind].name}以后，我自己撤不回来，要请负责人重新办理。`

const few = 6

const Field = ({ field, needed, props }: { field: MoveField; needed: boolean; props: MoveFormProps }) => {
  const { state } = props
  const { label, hint, input, max = 0, rows = 4 } = moveField(field)
  const base = { state, name: field, label, ...(hint && { hint }), optional: !needed }
  const options = optionsOf(field, props.options)?.map(({ id, ...option }) => ({ value: id, ...option }))
  if (input === 'choices' && options)
    return <Checkboxes {...base} options={options} chosen={props.chosen(field)} />
  if (options)
    return options.length <= few ? (
      <Radios {...base} options={options} />
    ) : (
      <Select {...base} groups={options} />
    )
  if (input === 'day') return <DayField {...base} />
  if (input === 'text-area') return <TextArea {...base} rows={rows} max={max} />
  return <TextField {...base} />
}

export const MoveForm = (props: MoveFormProps) => (
  <div class="page-width">
    <ErrorSummary errors={props.errors} />
    {props.changed && props.changed.length > 0 ? (
      <div class="note" role="alert">
        <b>刚才变了这些</b>
        <ul>
          {props.changed.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      </div>
    ) : null}
    <header class="page-head">
      <p class="soft small">
        <a href={casePath(props.number)}>{props.title}</a> · {props.number}
      </p>
      <h1>{moves[props.kind].name}</h1>
      <p>{moves[props.kind].purpose}</p>
    </header>
    {props.context}
    <form action={movePath(props.number, props.kind)} method="post" novalidate>
      <input type="hidden" name={seenField} value={String(props.seen)} />
      {fieldsOf(props.kind, props.track).map(({ field, needed }) => (
        <Field field={field} needed={needed} props={props} />
      ))}
      {props.asksSure ? <Checkbox state={props.state} name={sureField} label={sureText(props.kind)} /> : null}
      <div class="actions">
        {props.closed ? null : (
          <button class="button" type="submit">
            {moves[props.kind].name}
          </button>
        )}
        <a class="button secondary" href={casePath(props.number)}>
          {props.closed ? '回到这件案子' : '不做了'}
        </a>
      </div>
    </form>
  </div>
)
