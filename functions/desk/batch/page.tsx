import { type BatchKind, batchMove, fieldOfCase } from '#domain/moves/batch.ts'
import { moveField } from '#domain/moves/fields.ts'
import { moves } from '#domain/moves/table.ts'
import { areaName } from '#domain/places/areas.ts'
import { casePath, deskPages } from '#domain/routes/desk.ts'
import { categories } from '#domain/words/categories.ts'
import { tracks } from '#domain/words/tracks.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FieldError } from '#ui/form/field.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { type KeptWord, KeptWords } from '#ui/kept-words.tsx'
import { listHref } from '../lists/address.ts'
import { OwnTitle } from '../moves/context.tsx'
import { NamesakeNote } from '../moves/interest.tsx'
import { MoveFieldControl } from '../moves/move-field.tsx'
import { seenField } from '../moves/page.tsx'
import { caseField, subjectOf } from '../ui/case-list.tsx'
import { DoneList } from './done-list.tsx'
import { lineAnchor } from './make-batch.ts'
import { kindField } from './posted-batch.ts'
import type { DoneLine } from './read-done.ts'
import type { BatchLine } from './read-lines.ts'

interface Props {
  kind: BatchKind
  lines: readonly BatchLine[]
  done: readonly DoneLine[]
  /** What happened in a case since the person chose it, by case number. */
  changed: ReadonlyMap<string, string[]>
  errors: FormError[]
  state: FormState
  chosen: (name: string) => string[]
}

const titleOf = ({ number, deskCase }: BatchLine): string => (deskCase ? subjectOf(deskCase.record) : number)

/** The common options of the field that all cases share, each once. */
const sharedOptions = (lines: readonly BatchLine[], { shared }: ReturnType<typeof batchMove>) => {
  const listed = lines.flatMap(({ options }) => (shared && options[shared]) ?? [])
  return [...new Map(listed.map((option) => [option.id, option])).values()]
}

const OpenLine = ({
  line,
  ...props
}: Pick<Props, 'kind' | 'state' | 'chosen'> & { line: BatchLine; first: boolean; changed: string[] }) => {
  const { number, deskCase, story, request, filled, namesakes = [] } = line
  if (!deskCase) return null
  const { track, category, region, headSeq, subject } = deskCase.record
  const { own } = batchMove(props.kind)
  const anchor = lineAnchor(number)
  return (
    <section class="batch-case" id={anchor} aria-labelledby={`${anchor}-title ${anchor}-number`}>
      <h2 id={`${anchor}-title`}>{titleOf(line)}</h2>
      <p class="soft small">
        <a id={`${anchor}-number`} href={casePath(number)}>
          {number}
        </a>{' '}
        · {tracks[track].name} · {categories[category].name} · {areaName(region)}
      </p>
      {story ? <p class="says typed">{story}</p> : null}
      {request ? (
        <p class="says typed">
          <b>希望</b> {request}
        </p>
      ) : null}
      {subject === null ? <OwnTitle title={filled} /> : null}
      <NamesakeNote names={namesakes} />
      <FieldError name={anchor} text={props.state.error(anchor)} />
      {props.changed.length > 0 ? (
        <ul>
          {props.changed.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      ) : null}
      <input type="hidden" name={caseField} value={number} />
      <input type="hidden" name={fieldOfCase(seenField, number)} value={String(headSeq)} />
      {own ? (
        <MoveFieldControl
          field={own}
          needed
          again={!props.first}
          name={fieldOfCase(own, number)}
          options={line.options}
          state={props.state}
          chosen={props.chosen(fieldOfCase(own, number))}
        />
      ) : null}
    </section>
  )
}

/** The cases that cannot be moved here, each with its reason, and the words that were typed for them. */
const ClosedLines = ({ lines, words, changed }: Pick<Props, 'lines' | 'changed'> & { words: KeptWord[] }) =>
  lines.length === 0 ? null : (
    <section class="section" aria-labelledby="closed">
      <h2 id="closed" class="section-head">
        这 {lines.length} 件不能一起办
      </h2>
      <ul class="moves">
        {lines.map((line) => (
          <li id={lineAnchor(line.number)}>
            <a href={casePath(line.number)}>
              <b>{titleOf(line)}</b>
              <span>{[line.number, line.closed, ...(changed.get(line.number) ?? [])].join(' · ')}</span>
            </a>
          </li>
        ))}
      </ul>
      <KeptWords words={words} />
    </section>
  )

/** Several cases and one move: each case with its story and its own field, one button for all. */
export const BatchPage = ({ kind, lines, done, errors, state, chosen, changed }: Props) => {
  const row = batchMove(kind)
  const { own, shared } = row
  const { name } = moves[kind]
  const open = lines.filter(({ closed }) => closed === null)
  const closed = lines.filter((line) => line.closed !== null)
  const words = closed.flatMap(({ number }) => {
    const text = own ? state.value(fieldOfCase(own, number)) : ''
    return text && own ? [{ label: `${moveField(own).label}，${number}`, text }] : []
  })
  return (
    <div class="page-width">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <h1>
          {name}
          {open.length > 0 ? ` ${open.length} 件` : ''}
        </h1>
        <p>
          {lines.length === 0
            ? '没有勾选。回到待受理的，在要办的几件前面打勾。'
            : `${moves[kind].purpose}。一件一件记，办不了的留在这一页。`}
          {kind === 'accepted' && open.length > 0 ? '受理以后由您承办。' : ''}
        </p>
      </header>
      <DoneList kind={kind} lines={done} />
      {open.length > 0 ? (
        <form action={deskPages.batch.path} method="post" novalidate>
          <input type="hidden" name={kindField} value={kind} />
          {open.map((line, index) => (
            <OpenLine
              line={line}
              first={index === 0}
              kind={kind}
              state={state}
              chosen={chosen}
              changed={changed.get(line.number) ?? []}
            />
          ))}
          {shared ? (
            <MoveFieldControl
              field={shared}
              needed
              options={{ [shared]: sharedOptions(open, row) }}
              state={state}
              chosen={chosen(shared)}
            />
          ) : null}
          <div class="actions">
            <button class="button" type="submit">
              {name}这 {open.length} 件
            </button>
            <a class="button secondary" href={listHref('desk', { waits: 'new' })}>
              不做了
            </a>
          </div>
        </form>
      ) : null}
      <ClosedLines lines={closed} words={words} changed={changed} />
      {open.length > 0 ? null : (
        <p class="actions">
          <a class="button" href={listHref('desk', { waits: 'new' })}>
            回到待受理的
          </a>
        </p>
      )}
    </div>
  )
}
