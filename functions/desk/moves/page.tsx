import type { Child } from 'hono/jsx'
import type { MoveOptions } from '#domain/moves/fields.ts'
import { askedOf } from '#domain/moves/read-move.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import { casePath, withQuery } from '#domain/routes/desk.ts'
import type { Track } from '#domain/words/tracks.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { MoveFieldControl } from './move-field.tsx'
import { moveHref } from './move-href.ts'

/** The form of one move, with the fields of the table of moves. */

export interface MoveFormProps {
  number: string
  title: string
  /** The query that says which page the case was opened from. */
  from: string
  kind: MoveKind
  track: Track
  /** Sequence number of the last event the person saw. */
  seen: number
  /** They made this very move after that, and came back to the form. */
  again: boolean
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
      <p class="soft small crumb">
        <a href={withQuery(casePath(props.number), props.from)}>{props.title}</a> ·{' '}
        <span class="no-break">{props.number}</span>
      </p>
      <h1>{moves[props.kind].name}</h1>
      <p>{moves[props.kind].purpose}</p>
    </header>
    {props.again ? (
      <p class="note" role="note">
        这一步您刚才做过一次。原样再交，只算那一次；改了再交，会先问您一声。
      </p>
    ) : null}
    {props.context}
    <form action={moveHref(props.number, props.kind, props.seen, props.from)} method="post" novalidate>
      <input type="hidden" name={seenField} value={String(props.seen)} />
      {askedOf(props.kind, props.track, props.options).map(({ field, needed }) => (
        <MoveFieldControl
          field={field}
          needed={needed}
          hint={(moves[props.kind] as Move).hints?.[field]}
          options={props.options}
          state={props.state}
          chosen={props.chosen(field)}
        />
      ))}
      {props.asksSure ? <Checkbox state={props.state} name={sureField} label={sureText(props.kind)} /> : null}
      <div class="actions">
        {props.closed ? null : (
          <button class="button" type="submit">
            {moves[props.kind].name}
          </button>
        )}
        <a class="button secondary" href={withQuery(casePath(props.number), props.from)}>
          {props.closed ? '回到这件案子' : '不做了'}
        </a>
      </div>
    </form>
  </div>
)
